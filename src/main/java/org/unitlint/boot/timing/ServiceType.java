package org.unitlint.boot.timing;

import org.unitlint.host.Accepted;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;

/** The type of services, said or not. See systemd.service(5), Type=. */
final class ServiceType {
  private ServiceType() {}

  /** systemd's word for it. */
  static String of(Machine machine, Unit unit) {
    var accepted = Accepted.of(machine, unit);
    boolean bus = accepted.busName().isPresent();
    boolean starts = !unit.settings("Service", "ExecStart").isEmpty();
    return accepted
        .last("Service", "Type")
        .map(s -> s.text())
        .orElse(bus ? "dbus" : starts ? "simple" : "oneshot");
  }
}
