package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Map;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** Where nothing is denied, all is allowed. See systemd.resource-control(5), IPAddressAllow=. */
final class AllowWithoutDeny implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H304", "allow-without-deny", WARNING, "addresses are allowed where none are denied");
  private static final Map<String, String> DENYING =
      Map.of("IPAddressAllow", "IPAddressDeny", "SocketBindAllow", "SocketBindDeny");
  private static final Subject SUBJECT = Subject.ANY.with(DENYING.keySet());

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
    if (unit.fragment().isEmpty() || !unit.settings(section, "Slice").isEmpty()) {
      return Stream.empty();
    }
    return DENYING.keySet().stream()
        .sorted()
        .filter(allowing -> unit.settings(section, DENYING.get(allowing)).isEmpty())
        .filter(allowing -> !unit.settings(section, allowing).isEmpty())
        .filter(allowing -> !isDeniedBySlice(DENYING.get(allowing), facts))
        .flatMap(allowing -> unit.settings(section, allowing).stream().limit(1))
        .map(s -> Advice.mild(finding(s, DENYING.get(s.name())), s, facts));
  }

  private static boolean isDeniedBySlice(String directive, Facts facts) {
    return facts.units().stream()
        .filter(u -> u.name().type() == UnitType.SLICE)
        .anyMatch(u -> !u.settings("Slice", directive).isEmpty());
  }

  private static Diagnostic finding(Setting setting, String denying) {
    return RULE.at(
            setting.assignment().place(),
            "`%s=` has no effect without `%s=`: all is allowed",
            setting.name(),
            denying)
        .help("add `" + denying + "=any`, so that only what is listed is allowed");
  }
}
