package org.unitlint.boot.timing;

import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Machine;
import org.unitlint.host.ManagerConfig;
import org.unitlint.host.ServiceType;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.TimeSpan;

/**
 * How long each command of a start may take before systemd gives up. See systemd.service(5),
 * TimeoutStartSec=.
 */
public final class StartTimeouts {
  private static final TimeSpan DEFAULT = new TimeSpan(90_000_000);
  private static final Set<String> DIRECTIVES = Set.of("TimeoutStartSec", "TimeoutSec");
  private static final Set<UnitType> LIMITED =
      Set.of(UnitType.SERVICE, UnitType.SOCKET, UnitType.MOUNT, UnitType.SWAP);

  private final Machine machine;
  private final TimeSpan otherwise;

  private StartTimeouts(Machine machine) {
    this.machine = machine;
    this.otherwise =
        ManagerConfig.of(machine)
            .value("DefaultTimeoutStartSec")
            .flatMap(TimeSpan::parse)
            .map(TimeSpan::zeroAsInfinity)
            .orElse(DEFAULT);
  }

  /** Those of the machine's units. */
  public static StartTimeouts of(Machine machine) {
    return new StartTimeouts(machine);
  }

  /** That of the unit; infinity where there is no limit. */
  public TimeSpan of(Unit unit) {
    var type = unit.name().type();
    if (!LIMITED.contains(type)) {
      return TimeSpan.INFINITY;
    }
    var set = set(unit, type.section());
    boolean unlimited = type == UnitType.SERVICE && ServiceType.of(machine, unit).equals("oneshot");
    return set.map(TimeSpan::zeroAsInfinity).orElse(unlimited ? TimeSpan.INFINITY : otherwise);
  }

  /** The last one that is written and that systemd takes. */
  private Optional<TimeSpan> set(Unit unit, String section) {
    return unit.settings().all().stream()
        .filter(s -> s.section().equals(section) && DIRECTIVES.contains(s.name()))
        .filter(unit.settings()::counts)
        .flatMap(s -> span(s, unit).stream())
        .reduce((first, second) -> second);
  }

  private Optional<TimeSpan> span(Setting setting, Unit unit) {
    return machine
        .values()
        .read(setting, unit.name())
        .value()
        .filter(TimeSpan.class::isInstance)
        .map(TimeSpan.class::cast);
  }
}
