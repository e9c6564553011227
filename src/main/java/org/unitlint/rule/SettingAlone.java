package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.Partners;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** Some settings only say how another works. See systemd.directives(7). */
final class SettingAlone implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U280", "setting-alone", INFO, "a setting that does nothing without another one");
  private static final Pattern OFF = Pattern.compile("(?i)0|no|n|false|f|off|");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    if (unit.fragment().isEmpty()) {
      return Stream.empty();
    }
    return unit.settings().all().stream()
        .filter(s -> unit.settings().counts(s) && !OFF.matcher(s.text()).matches())
        .flatMap(
            s ->
                facts
                    .catalog()
                    .partners(s.section(), s.name())
                    .filter(p -> isAlone(s, p.directives(), unit, facts))
                    .map(p -> finding(s, p, facts))
                    .stream());
  }

  /** Whether none of the others is set; what this version does not know counts as set. */
  private static boolean isAlone(Setting setting, List<String> others, Unit unit, Facts facts) {
    return others.stream()
        .allMatch(
            other ->
                unit.settings(setting.section(), other).stream().allMatch(s -> isNothing(s))
                    && facts.catalog().directive(setting.section(), other).isPresent());
  }

  private static boolean isNothing(Setting setting) {
    return setting.directive().valueKind().equals("boolean")
        && OFF.matcher(setting.text()).matches();
  }

  private static Diagnostic finding(Setting setting, Partners partners, Facts facts) {
    String others = anyOf(partners.directives());
    var found =
        RULE.at(
            setting.assignment().key().place(),
            "`%s=` has no effect without %s",
            setting.name(),
            others);
    var noted = partners.note().isEmpty() ? found : found.note(partners.note());
    return Advice.mild(
        noted
            .help("remove the line, or add " + others)
            .fix("remove the line", false, Removal.line(setting.assignment())),
        setting,
        facts);
  }

  private static String anyOf(List<String> directives) {
    var quoted = directives.stream().map(d -> "`" + d + "=`").toList();
    int last = quoted.size() - 1;
    return last == 0
        ? quoted.get(0)
        : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
  }
}
