package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** Only root may create files in /run itself. See systemd.exec(5), RuntimeDirectory=. */
final class UnwritablePidFile implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U231",
          "pid-file-not-writable",
          WARNING,
          "PID file that the user of the service cannot write");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("PIDFile");

  private static final Pattern DIRECT = Pattern.compile("(?:/var)?/run/[^/]+");
  private static final Set<String> STARTING = Set.of("ExecStartPre", "ExecStart", "ExecStartPost");

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
    return Service.of(unit, facts).flatMap(UnwritablePidFile::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var file =
        service
            .last("PIDFile")
            .filter(s -> DIRECT.matcher(s.text()).matches())
            .filter(s -> service.is("forking") && service.hasUser());
    if (file.isEmpty()
        || service.hasPrivileged(STARTING)
        || service.last("AmbientCapabilities").isPresent()
        || service.facts().isUserUnit(service.unit())) {
      return Stream.empty();
    }
    var user = service.last("User").or(() -> service.on("DynamicUser")).orElseThrow();
    String folder = service.unit().name().prefix();
    return Stream.of(
        RULE.at(
                file.get().place(),
                "the service cannot write `%s`: `/run` is root's",
                file.get().text())
            .label(user.place(), "not root")
            .help(
                "add `RuntimeDirectory=%s`, and put the file into `/run/%s`"
                    .formatted(folder, folder)));
  }
}
