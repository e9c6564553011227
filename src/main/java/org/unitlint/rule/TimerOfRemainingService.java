package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** A unit that is active is not started again. See systemd.timer(5), "Description". */
final class TimerOfRemainingService implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U277",
          "timer-of-remaining-service",
          WARNING,
          "a timer runs its service once only, because that stays active");
  private static final Subject SUBJECT = Subject.of(UnitType.TIMER);
  private static final List<String> STOPPING = List.of("StopWhenUnneeded", "Conflicts", "PartOf");

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
    var repeating = Timers.repeating(unit);
    if (!Timers.isTimer(unit) || repeating.isEmpty()) {
      return Stream.empty();
    }
    return Timers.started(unit, facts).stream()
        .filter(s -> s.name().type() == UnitType.SERVICE)
        .filter(s -> STOPPING.stream().allMatch(d -> s.settings("Unit", d).isEmpty()))
        .filter(s -> s.settings("Service", "RuntimeMaxSec").isEmpty())
        .flatMap(s -> Accepted.of(facts.machine(), s).on("Service", "RemainAfterExit").stream())
        .map(s -> finding(s, repeating.get(), unit, facts));
  }

  private static Diagnostic finding(Setting remain, Setting trigger, Unit timer, Facts facts) {
    var found =
        RULE.at(
                remain.assignment().place(),
                "`%s` runs the service only once: it stays active, and is not started again",
                timer.name().toString())
            .label(trigger.assignment().place(), "meant to run it again")
            .help("remove the line")
            .fix("remove the line", false, Removal.line(remain.assignment()));
    return Advice.mild(found, remain, facts);
  }
}
