package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/** What a timer starts need not be enabled itself. See systemd.timer(5). */
final class TimedServiceEnabled implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U278", "timed-service-enabled", INFO, "a service of a timer would start at boot too");
  private static final Subject SUBJECT = Subject.of(UnitType.TIMER).with("WantedBy");
  private static final Set<String> TARGETS =
      Set.of("multi-user.target", "default.target", "graphical.target", "timers.target");
  private static final List<String> ONCE = List.of("OnBootSec", "OnStartupSec", "OnActiveSec");

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
    if (!Timers.isTimer(unit) || unit.settings("Install", "WantedBy").isEmpty()) {
      return Stream.empty();
    }
    boolean atBoot = ONCE.stream().anyMatch(d -> !unit.settings("Timer", d).isEmpty());
    if (!atBoot && unit.settings("Timer", "OnCalendar").isEmpty()) {
      return Stream.empty();
    }
    return Timers.started(unit, facts).stream()
        .filter(s -> s.name().type() == UnitType.SERVICE)
        .flatMap(s -> enabled(s, facts))
        .map(m -> finding(m, unit, facts));
  }

  /** The first word that would start the service at boot; services that stay are left in peace. */
  private static Stream<Mention> enabled(Unit service, Facts facts) {
    boolean oneshot = service.last("Service", "Type").filter(t -> t.is("oneshot")).isPresent();
    return new Said(service, facts)
        .installed()
        .filter(m -> oneshot && m.name().filter(n -> TARGETS.contains(n.toString())).isPresent())
        .limit(1);
  }

  private static Diagnostic finding(Mention mention, Unit timer, Facts facts) {
    var found =
        RULE.at(
                mention.place(),
                "enabled, the service starts at each boot, beside the runs of `%s`",
                timer.name().toString())
            .help("remove [Install] from the service, and enable the timer only");
    return Said.mild(found, mention, facts);
  }
}
