package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.HINT;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.ManagerConfig;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/**
 * By default a service is started again after a tenth of a second, five times in ten seconds. See
 * systemd.service(5), RestartSec=.
 */
final class FastRestart implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U238", "fast-restart", HINT, "restart at once, until the start limit is hit");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("Restart");

  private static final long FAST = 200_000;

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
    return Service.of(unit, facts).flatMap(FastRestart::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var restart = service.last("Restart").filter(r -> !r.is("no"));
    var delay = service.last("RestartSec");
    boolean fast = delay.isEmpty() || Durations.micros(delay.get().text()).orElse(FAST) < FAST;
    if (restart.isEmpty() || !fast || hasOwnPace(service)) {
      return Stream.empty();
    }
    var place = delay.map(Setting::place).orElse(restart.get().place());
    return Stream.of(
        RULE.at(place, "a service that fails at once is started five times within a second")
            .note("then systemd gives up: five starts in ten seconds are the default limit")
            .help("set `RestartSec=` to a few seconds"));
  }

  /** Whether the unit or the manager thought of it. */
  private static boolean hasOwnPace(Service service) {
    var manager = ManagerConfig.of(service.facts().machine());
    return service.facts().isShipped(service.unit().fragmentPath())
        || service.is("oneshot")
        || service.last("RestartSteps").isPresent()
        || service.last("Unit", "StartLimitBurst").isPresent()
        || service.last("Unit", "StartLimitIntervalSec").isPresent()
        || manager.value("DefaultRestartSec").isPresent();
  }
}
