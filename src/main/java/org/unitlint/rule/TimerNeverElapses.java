package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.HINT;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Dependency;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/**
 * What counts from the last run of a unit waits for ever for the first. See systemd.timer(5),
 * OnUnitActiveSec=.
 */
final class TimerNeverElapses implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U276",
          "timer-never-elapses",
          WARNING,
          "a timer that counts from a run which never happens");
  private static final Subject SUBJECT = Subject.of(UnitType.TIMER).with(Timers.RELATIVE);
  private static final List<Dependency> STARTING =
      List.of(
          Dependency.REQUIRES,
          Dependency.WANTS,
          Dependency.BINDS_TO,
          Dependency.UPHOLDS,
          Dependency.TRIGGERS,
          Dependency.ON_FAILURE,
          Dependency.ON_SUCCESS);

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
    if (!Timers.isTimer(unit) || Timers.absolute(unit).findAny().isPresent()) {
      return Stream.empty();
    }
    var started = Timers.started(unit, facts);
    if (started.isEmpty() || isStarted(started.get(), unit, facts)) {
      return Stream.empty();
    }
    return Timers.relative(unit)
        .limit(1)
        .map(s -> finding(s, unit, started.get()))
        .map(d -> facts.isShipped(unit.fragmentPath()) ? d.as(HINT) : d);
  }

  /** Whether something else starts the unit, or may: it has an [Install], or others name it. */
  private static boolean isStarted(Unit started, Unit timer, Facts facts) {
    String name = started.name().toString();
    if (started.settings().all().stream().anyMatch(s -> s.section().equals("Install"))
        || !started.settings("Service", "BusName").isEmpty()
        || started.names().size() > 1
        || !facts.isInGraph(name)) {
      return true;
    }
    return facts
        .graph()
        .in(name)
        .filter(e -> STARTING.contains(e.kind()))
        .anyMatch(e -> !e.from().equals(timer.name().toString()));
  }

  private static Diagnostic finding(Setting first, Unit timer, Unit started) {
    return RULE.at(
            first.assignment().key().place(),
            "`%s` never elapses: `%s=` counts from a run of `%s`, which nothing else starts",
            timer.name().toString(),
            first.name(),
            started.name().toString())
        .help("add `OnActiveSec=` or `OnBootSec=` for the first run");
  }
}
