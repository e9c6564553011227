package org.unitlint.boot;

import org.unitlint.catalog.UnitType;
import org.unitlint.host.Machine;
import org.unitlint.host.ServiceType;
import org.unitlint.host.Unit;

/** When a unit counts as started, and whether it stays so. See systemd.service(5), Type=. */
final class Readiness {
  private Readiness() {}

  /** Whether the unit is active once its start is over. */
  static boolean stays(Machine machine, Unit unit) {
    boolean oneshot =
        unit.name().type() == UnitType.SERVICE && ServiceType.of(machine, unit).equals("oneshot");
    return !oneshot || unit.flag("Service", "RemainAfterExit", false);
  }
}
