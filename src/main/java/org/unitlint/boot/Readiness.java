package org.unitlint.boot;

import org.unitlint.catalog.UnitType;
import org.unitlint.host.Unit;

/** When a unit counts as started, and whether it stays so. See systemd.service(5), Type=. */
final class Readiness {
  private Readiness() {}

  /** Whether the unit is active once its start is over. */
  static boolean stays(Unit unit) {
    return unit.name().type() != UnitType.SERVICE
        || !isOneshot(unit)
        || unit.flag("Service", "RemainAfterExit", false);
  }

  private static boolean isOneshot(Unit unit) {
    return unit.last("Service", "Type")
        .map(t -> t.is("oneshot"))
        .orElse(
            unit.settings("Service", "ExecStart").isEmpty()
                && unit.last("Service", "BusName").isEmpty());
  }
}
