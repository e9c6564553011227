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

/** A timer must say when it elapses. See systemd.timer(5), OnCalendar=. */
final class TimerWithoutTrigger implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U220", "timer-without-trigger", ERROR, "timer that never elapses");
  private static final Subject SUBJECT = Subject.of(UnitType.TIMER);
  private static final List<String> DIRECTIVES =
      List.of(
          "OnActiveSec",
          "OnBootSec",
          "OnStartupSec",
          "OnUnitActiveSec",
          "OnUnitInactiveSec",
          "OnCalendar");

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
    return Refusal.places(unit, Reason.NO_TRIGGER)
        .filter(place -> !isThere(unit))
        .map(
            place ->
                RULE.at(place, "timer never elapses: no `On…=` setting names a time or event")
                    .help("add `OnCalendar=`, `OnBootSec=` or another of them"));
  }

  /** Whether a line that systemd does not take seems to be what is missing; others tell of it. */
  private static boolean isThere(Unit unit) {
    return Overlooked.has(unit, "on") || Overlooked.isIgnored(unit, "Timer", DIRECTIVES);
  }
}
