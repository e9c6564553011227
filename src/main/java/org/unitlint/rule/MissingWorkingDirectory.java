package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** A service cannot start in a folder that is not there. See systemd.exec(5), WorkingDirectory=. */
final class MissingWorkingDirectory implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U315", "missing-working-directory", WARNING, "`WorkingDirectory=` that does not exist");
  private static final Subject SUBJECT = Subject.ANY.with("WorkingDirectory");

  /** With these the folder may be made, or is looked for elsewhere. */
  private static final List<String> ELSEWHERE =
      List.of(
          "RootDirectory",
          "RootImage",
          "MountImages",
          "ExtensionImages",
          "ExtensionDirectories",
          "BindPaths",
          "BindReadOnlyPaths",
          "TemporaryFileSystem",
          "ConfigurationDirectory");

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
    String section = unit.name().type().section();
    if (!facts.whole() || ELSEWHERE.stream().anyMatch(d -> !unit.settings(section, d).isEmpty())) {
      return Stream.empty();
    }
    return unit.last(section, "WorkingDirectory").stream()
        .flatMap(s -> finding(s, unit, facts).stream());
  }

  private static Optional<Diagnostic> finding(Setting setting, Unit unit, Facts facts) {
    return Accepted.path(facts.machine(), unit, setting)
        .filter(path -> Existence.isMissing(path, unit, facts))
        .map(
            path ->
                Advice.mild(
                    RULE.at(
                            setting.place(),
                            "the folder `%s` does not exist, so the service cannot start",
                            setting.text())
                        .help("make the folder, or let systemd make one with `StateDirectory=`"),
                    setting,
                    facts));
  }
}
