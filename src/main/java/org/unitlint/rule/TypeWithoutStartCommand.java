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

/** Only a oneshot service goes without ExecStart=. See systemd.service(5), Type=. */
final class TypeWithoutStartCommand implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U202", "type-without-start-command", ERROR, "service that needs `ExecStart=` has none");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("Type", "BusName");

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
    boolean typed = unit.last("Service", "Type").isPresent();
    return Refusal.places(unit, Reason.NO_START_COMMAND)
        .filter(place -> !isThere(unit))
        .map(
            place ->
                RULE.at(
                        place,
                        "a service with `%s=%s` needs an `ExecStart=`",
                        typed ? "Type" : "BusName",
                        place.text())
                    .help("add `ExecStart=`, or use `Type=oneshot` for a service that only stops"));
  }

  /** Whether a line that systemd does not take seems to be what is missing; others tell of it. */
  private static boolean isThere(Unit unit) {
    return Overlooked.has(unit, "execstart")
        || Overlooked.isIgnored(unit, "Service", List.of("ExecStart"));
  }
}
