package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/** A dbus service is started when its name is on the bus. See systemd.service(5), BusName=. */
final class DbusWithoutName implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U205", "dbus-without-name", ERROR, "dbus service without `BusName=`");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("Type");

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
    return Refusal.places(unit, Reason.DBUS_WITHOUT_NAME)
        .filter(place -> !isThere(unit))
        .map(
            place ->
                RULE.at(place, "`Type=dbus` needs a `BusName=` to wait for")
                    .help("add `BusName=` with the name that the program takes on the bus"));
  }

  /** Whether a line that systemd does not take seems to be what is missing; others tell of it. */
  private static boolean isThere(Unit unit) {
    return Overlooked.has(unit, "busname")
        || Overlooked.isIgnored(unit, "Service", List.of("BusName"));
  }
}
