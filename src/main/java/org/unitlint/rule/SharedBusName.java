package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/** Each name on the bus belongs to one service. See systemd.service(5), BusName=. */
final class SharedBusName implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("U247", "shared-bus-name", WARNING, "two services with the same `BusName=`");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  /** A service, and where it claims its name. */
  private record Owner(Unit unit, Setting name) {}

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    var owners = new TreeMap<String, List<Owner>>();
    for (Unit unit : facts.units()) {
      if (unit.name().type() == UnitType.SERVICE && !unit.name().isTemplate() && unit.isLoaded()) {
        Accepted.of(facts.machine(), unit)
            .busName()
            .filter(s -> s.text().indexOf('%') < 0)
            .ifPresent(
                s ->
                    owners
                        .computeIfAbsent(s.text(), n -> new ArrayList<>())
                        .add(new Owner(unit, s)));
      }
    }
    return owners.values().stream().filter(o -> o.size() > 1).map(o -> finding(o.get(0), o.get(1)));
  }

  @Override
  public Diagnostic seenFrom(Diagnostic finding, Predicate<Place> wanted) {
    return Advice.turned(finding, wanted);
  }

  private static Diagnostic finding(Owner first, Owner second) {
    return RULE.at(
            second.name().place(),
            "`%s` and `%s` have the same bus name `%s`",
            first.unit(),
            second.unit(),
            second.name().text())
        .label(first.name().place(), "the other one")
        .note("systemd refuses whichever of them it loads second")
        .help("make one an alias of the other, or keep only one of the files")
        .about(second.unit().toString());
  }
}
