package org.unitlint.graph.demand;

import java.util.List;
import java.util.Locale;
import org.unitlint.host.Accepted;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.SocketAddress;
import org.unitlint.host.xinetd.Listener;

/** What is listened on, in one word where that is possible. */
final class ListenText {
  private static final String ANY = "[::]";

  private final Machine machine;
  private final Unit unit;

  ListenText(Machine machine, Unit unit) {
    this.machine = machine;
    this.unit = unit;
  }

  /** The settings as they are written. */
  static List<String> all(List<Setting> settings) {
    return settings.stream().map(s -> s.name() + "=" + s.text()).toList();
  }

  /** The sockets of a socket unit. */
  List<String> of(List<Setting> listeners) {
    return listeners.stream().map(this::of).toList();
  }

  private String of(Setting listener) {
    if (listener.name().equals("ListenNetlink")) {
      return "netlink " + listener.text();
    }
    return machine
        .values()
        .read(listener, unit.name())
        .value()
        .filter(SocketAddress.class::isInstance)
        .map(a -> of((SocketAddress) a, protocol(listener)))
        .or(() -> Accepted.path(machine, unit, listener))
        .orElse(listener.text());
  }

  private static String of(SocketAddress address, String protocol) {
    return switch (address.kind()) {
      case PATH -> address.path();
      case ABSTRACT -> "@" + address.path();
      case VSOCK -> "vsock:" + address.path() + ":" + address.port();
      case IP -> {
        String host = address.host().map(h -> h.v6() ? "[" + h + "]" : h.toString()).orElse(ANY);
        String device = address.device().isEmpty() ? "" : "%" + address.device();
        yield host + device + ":" + address.port() + "/" + protocol;
      }
    };
  }

  private String protocol(Setting listener) {
    boolean datagrams = listener.name().equals("ListenDatagram");
    return Accepted.of(machine, unit)
        .last("Socket", "SocketProtocol")
        .map(s -> s.text().toLowerCase(Locale.ROOT))
        .orElse(datagrams ? "udp" : "tcp");
  }

  /** A socket of xinetd; an asterisk stands for a port that the kernel chooses. */
  static String of(Listener listener) {
    String any = listener.v6() ? ANY : "0.0.0.0";
    String host =
        listener.addressName().isEmpty()
            ? listener.address().map(a -> a.v6() ? "[" + a + "]" : a.toString()).orElse(any)
            : listener.addressName();
    String port = listener.port().map(p -> p == 0 ? "*" : p.toString()).orElse("?");
    return host + ":" + port + "/" + listener.protocol();
  }
}
