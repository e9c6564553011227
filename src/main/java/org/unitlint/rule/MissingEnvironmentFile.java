package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.source.Paths;

/** Without its file of variables a unit does not start. See systemd.exec(5), EnvironmentFile=. */
final class MissingEnvironmentFile implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U313", "missing-environment-file", WARNING, "`EnvironmentFile=` that does not exist");
  private static final Subject SUBJECT = Subject.ANY.with("EnvironmentFile");

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
    return unit.settings(unit.name().type().section(), "EnvironmentFile").stream()
        .filter(s -> facts.whole() && s.text().startsWith("/"))
        .flatMap(s -> finding(s, unit, facts).stream());
  }

  private static Optional<Diagnostic> finding(Setting setting, Unit unit, Facts facts) {
    var path = path(setting, unit, facts);
    if (path.filter(p -> Existence.isMissing(p, unit, facts)).isEmpty()) {
      return Optional.empty();
    }
    var place = setting.place();
    var start = setting.value().at(0, 0);
    var found =
        RULE.at(place, "`%s` does not exist, so the unit cannot start", setting.text())
            .help("write the file, or let it be absent with `-` before the path")
            .fix("let it be absent", false, new Edit(start, "-"));
    return Optional.of(Advice.mild(found, setting, facts));
  }

  /** The path of the setting; empty where it is a pattern, or not known. */
  static Optional<String> path(Setting setting, Unit unit, Facts facts) {
    String text = setting.text().startsWith("-") ? setting.text().substring(1) : setting.text();
    return facts
        .machine()
        .specifiers()
        .expand(text, unit.name())
        .filter(p -> p.startsWith("/") && p.chars().noneMatch(c -> "*?[".indexOf(c) >= 0))
        .map(Paths::normalize);
  }
}
