package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.EnvironmentFile;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** A file of variables is no shell script. See systemd.exec(5), EnvironmentFile=. */
final class BadEnvironmentFile implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U314",
          "bad-environment-file",
          WARNING,
          "`EnvironmentFile=` with lines that systemd ignores");
  private static final Subject SUBJECT = Subject.ANY.with("EnvironmentFile");

  private static final int MOST_SHOWN = 5;

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
        .filter(s -> facts.whole())
        .flatMap(s -> finding(s, unit, facts).stream());
  }

  private static Optional<Diagnostic> finding(Setting setting, Unit unit, Facts facts) {
    return MissingEnvironmentFile.path(setting, unit, facts)
        .flatMap(path -> EnvironmentFile.of(facts.machine(), path))
        .filter(file -> !file.ignored().isEmpty())
        .map(file -> finding(setting, file, facts));
  }

  private static Diagnostic finding(Setting setting, EnvironmentFile file, Facts facts) {
    var first = file.ignored().get(0);
    var found =
        first.exported()
            ? RULE.at(
                setting.place(),
                "systemd ignores line %d of this file: `export` is for shells",
                first.number())
            : RULE.at(
                setting.place(),
                "systemd ignores line %d of this file, which assigns nothing",
                first.number());
    var noted = others(file).map(found::note).orElse(found);
    return Advice.mild(
        noted.help("write one `NAME=VALUE` a line; no shell reads the file"), setting, facts);
  }

  /** The other lines, the first few of them by number. */
  private static Optional<String> others(EnvironmentFile file) {
    int count = file.ignored().size() - 1;
    if (count == 0) {
      return Optional.empty();
    }
    String numbers =
        file.ignored().stream()
            .skip(1)
            .limit(MOST_SHOWN)
            .map(line -> String.valueOf(line.number()))
            .collect(Collectors.joining(", "));
    String end = count > MOST_SHOWN ? " and %s more".formatted(count - MOST_SHOWN) : "";
    return Optional.of((count == 1 ? "so is line " : "so are lines ") + numbers + end);
  }
}
