package org.unitlint.host.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.host.value.SocketAddress;
import org.unitlint.host.xinetd.Listener;

/** What names and ports the units of a machine have already. */
final class Occupied {
  private final Machine machine;
  private final List<Taken> taken;

  /** A socket that a unit listens on. */
  private record Taken(Unit unit, Listener listener) {}

  private Occupied(Machine machine, List<Taken> taken) {
    this.machine = machine;
    this.taken = taken;
  }

  /** Those of the machine's units; of one that is no whole machine nothing is known. */
  static Occupied of(Machine machine) {
    var taken = new ArrayList<Taken>();
    if (machine.setup().whole()) {
      machine.units().stream()
          .filter(u -> u.name().type() == UnitType.SOCKET && u.isLoaded())
          .forEach(u -> add(machine, u, taken));
    }
    return new Occupied(machine, taken);
  }

  private static void add(Machine machine, Unit unit, List<Taken> taken) {
    for (String directive : List.of("ListenStream", "ListenDatagram")) {
      boolean stream = directive.equals("ListenStream");
      for (SocketAddress address :
          machine.values().lines(unit, "Socket", directive, SocketAddress.class)) {
        if (address.kind() == SocketAddress.Kind.IP) {
          taken.add(new Taken(unit, listener(unit, address, stream)));
        }
      }
    }
  }

  private static Listener listener(Unit unit, SocketAddress address, boolean stream) {
    String protocol =
        unit.last("Socket", "SocketProtocol").map(s -> s.text()).orElse(stream ? "tcp" : "udp");
    boolean v6only = unit.last("Socket", "BindIPv6Only").filter(s -> s.is("ipv6-only")).isPresent();
    return new Listener(
        stream ? "stream" : "dgram",
        protocol,
        address.host().map(h -> h.v6()).orElse(true),
        address.host(),
        "",
        Optional.of((int) address.port()),
        v6only);
  }

  /** What is in the way of the units. */
  List<Collision> inTheWay(Conversion conversion) {
    var found = new ArrayList<Collision>();
    if (!machine.setup().whole()) {
      return found;
    }
    for (ConvertedUnit unit : conversion.units()) {
      UnitName.parse(unit.name())
          .map(machine::unit)
          .filter(u -> u.state() != LoadState.NOT_FOUND)
          .ifPresent(u -> found.add(named(unit, u)));
    }
    String socket = conversion.socket().name();
    var listener = conversion.service().listeners().get(0);
    for (Taken other : taken) {
      boolean otherName = !other.unit().names().contains(socket);
      if (otherName && other.listener().overlaps(listener)) {
        found.add(
            new Collision(
                socket,
                other.unit().toString(),
                machine.tree().display(other.unit().fragmentPath()),
                "listens on port " + listener.port().orElse(0) + ", too"));
      }
    }
    return found;
  }

  private Collision named(ConvertedUnit unit, Unit there) {
    return new Collision(
        unit.name(),
        there.toString(),
        machine.tree().display(there.fragmentPath()),
        "is there already");
  }
}
