package org.unitlint.boot;

import org.unitlint.catalog.UnitType;
import org.unitlint.host.Unit;

/** When a unit counts as started, and whether it stays so. See systemd.service(5), Type=. */
final class Readiness {
  private Readiness() {}

  /** Whether the unit is active once its start is over. */
  static boolean stays(Unit unit) {
    return !isOneshot(unit) || unit.flag("Service", "RemainAfterExit", false);
  }

  /** Whether its start is over when its commands are. */
  static boolean isOneshot(Unit unit) {
    return unit.name().type() == UnitType.SERVICE && isOneshotService(unit);
  }

  private static boolean isOneshotService(Unit unit) {
    return unit.last("Service", "Type")
        .map(t -> t.is("oneshot"))
        .orElse(
            unit.settings("Service", "ExecStart").isEmpty()
                && unit.last("Service", "BusName").isEmpty());
  }
}
