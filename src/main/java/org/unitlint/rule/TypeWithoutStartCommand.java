package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.stream.Stream;
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

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    if (Overlooked.has(unit, "execstart")
        || Overlooked.isIgnored(unit, "Service", List.of("ExecStart"))) {
      return Stream.empty();
    }
    boolean typed = unit.last("Service", "Type").isPresent();
    return Refusal.places(unit, Reason.NO_START_COMMAND)
        .map(
            place ->
                RULE.at(
                        place,
                        "a service with `%s=%s` needs an `ExecStart=`",
                        typed ? "Type" : "BusName",
                        place.text())
                    .help("add `ExecStart=`, or use `Type=oneshot` for a service that only stops"));
  }
}
