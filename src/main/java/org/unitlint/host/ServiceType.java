package org.unitlint.host;

/** The type of services, said or not. See systemd.service(5), Type=. */
public final class ServiceType {
  private ServiceType() {}

  /** systemd's word for it. */
  public static String of(Machine machine, Unit unit) {
    var accepted = Accepted.of(machine, unit);
    boolean bus = accepted.busName().isPresent();
    boolean starts = !unit.settings("Service", "ExecStart").isEmpty();
    return accepted
        .last("Service", "Type")
        .map(s -> s.text())
        .orElse(bus ? "dbus" : starts ? "simple" : "oneshot");
  }
}
