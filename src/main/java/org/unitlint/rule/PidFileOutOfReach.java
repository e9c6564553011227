package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Paths;

/** The service must be able to write its PID file. See systemd.exec(5), ProtectSystem=. */
final class PidFileOutOfReach implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H302",
          "pid-file-out-of-reach",
          WARNING,
          "a PID file that the sandbox does not let the service write");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("PIDFile");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    boolean forks = unit.last("Service", "Type").filter(t -> t.is("forking")).isPresent();
    if (unit.name().type() != UnitType.SERVICE || !forks) {
      return Stream.empty();
    }
    var sandbox = new Sandbox(unit, facts);
    return unit.last("Service", "PIDFile").stream()
        .flatMap(s -> check(s, unit, sandbox, facts).stream());
  }

  private static Optional<Diagnostic> check(
      Setting setting, Unit unit, Sandbox sandbox, Facts facts) {
    return facts
        .machine()
        .specifiers()
        .expand(setting.text(), unit.name())
        .map(p -> Paths.normalize(p.startsWith("/") ? p : "/run/" + p))
        .map(p -> p.startsWith("/var/run/") ? p.substring("/var".length()) : p)
        .flatMap(p -> finding(setting, p, sandbox));
  }

  private static Optional<Diagnostic> finding(Setting setting, String path, Sandbox sandbox) {
    String folder = Paths.parent(path);
    return sandbox
        .strict()
        .filter(s -> !sandbox.hasOtherRoot() && !sandbox.isWritable(folder))
        .filter(s -> !sandbox.isWritable(path) && !isOfRoot(folder, sandbox))
        .map(
            strict ->
                RULE.at(setting.place(), "the service cannot write its PID file to `%s`", folder)
                    .label(strict.assignment().place(), "makes all but a few folders read-only")
                    .help("write the PID file to a folder of `RuntimeDirectory=`"));
  }

  /** Whether the folder is closed to the user of the service anyway, which another rule tells. */
  private static boolean isOfRoot(String folder, Sandbox sandbox) {
    return folder.equals("/run") && sandbox.otherUser().isPresent();
  }
}
