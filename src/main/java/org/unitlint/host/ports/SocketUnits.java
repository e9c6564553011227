package org.unitlint.host.ports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Accepted;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.host.value.NetlinkAddress;
import org.unitlint.host.value.SocketAddress;
import org.unitlint.host.xinetd.NetNames;

/** Where socket units listen. See systemd.socket(5). */
final class SocketUnits {
  private static final String SECTION = "Socket";

  private final Machine machine;
  private final NetNames names;
  private final boolean onlyV6;

  SocketUnits(Machine machine, NetNames names) {
    this.machine = machine;
    this.names = names;
    this.onlyV6 = Sysctl.of(machine).value("net.ipv6.bindv6only").filter("1"::equals).isPresent();
  }

  /** All that the unit listens on; nothing for other units. */
  List<Listening> of(Unit unit) {
    if (unit.name().type() != UnitType.SOCKET) {
      return List.of();
    }
    var accepted = Accepted.of(machine, unit);
    var listeners = accepted.listeners();
    if (listeners.isEmpty()) {
      return List.of();
    }
    var service = service(machine, unit, accepted, listeners);
    var starts = Services.started(machine, service);
    return listeners.stream().map(s -> listening(unit, accepted, s, starts)).toList();
  }

  private Listening listening(
      Unit unit, Accepted accepted, Setting setting, Listening.Started starts) {
    var sort = sort(setting);
    var address = address(unit, setting, sort, accepted);
    String protocol = protocol(address, sort, accepted);
    boolean sharing = accepted.on(SECTION, "ReusePort").isPresent();
    var endpoint =
        new Endpoint(sort, protocol, address, sharing, Services.network(machine, unit, SECTION));
    return new Listening(
        endpoint,
        endpoint.isPort() ? names.portName((int) address.port(), protocol) : Optional.empty(),
        Activation.SOCKET,
        Evidence.WRITTEN,
        Optional.of(unit),
        unit.name().toString(),
        starts,
        setting.file().path(),
        setting.place());
  }

  private static Sort sort(Setting setting) {
    return switch (setting.name()) {
      case "ListenDatagram" -> Sort.DATAGRAM;
      case "ListenSequentialPacket" -> Sort.SEQPACKET;
      case "ListenFIFO" -> Sort.FIFO;
      case "ListenSpecial" -> Sort.SPECIAL;
      case "ListenNetlink" -> Sort.NETLINK;
      case "ListenMessageQueue" -> Sort.QUEUE;
      case "ListenUSBFunction" -> Sort.USB;
      default -> Sort.STREAM;
    };
  }

  private Address address(Unit unit, Setting setting, Sort sort, Accepted accepted) {
    var value = machine.values().read(setting, unit.name()).value();
    var socket = value.filter(SocketAddress.class::isInstance).map(SocketAddress.class::cast);
    if (socket.isPresent()) {
      return address(socket.get(), accepted);
    }
    var netlink = value.filter(NetlinkAddress.class::isInstance).map(NetlinkAddress.class::cast);
    if (netlink.isPresent()) {
      long group = netlink.get().group();
      String name = netlink.get().family() + (group == 0 ? "" : " " + group);
      return Address.named(Address.Kind.OTHER, name);
    }
    var text = machine.specifiers().expand(setting.text(), unit.name());
    boolean known = text.isPresent() && sort.ordinal() >= Sort.FIFO.ordinal();
    return Address.named(
        known ? Address.Kind.OTHER : Address.Kind.UNKNOWN, text.orElse(setting.text()));
  }

  private Address address(SocketAddress socket, Accepted accepted) {
    return switch (socket.kind()) {
      case PATH -> Address.named(Address.Kind.PATH, withoutVarRun(socket.path()));
      case ABSTRACT -> Address.named(Address.Kind.ABSTRACT, socket.path());
      case VSOCK -> Address.vsock(socket.path(), socket.port());
      case IP -> {
        String device = accepted.last(SECTION, "BindToDevice").map(Setting::text).orElse("");
        var family = family(socket, accepted);
        yield Address.port(family, socket.host(), socket.port(), socket.device()).on(device);
      }
    };
  }

  /** systemd moves the old folder to the new one by itself. */
  private static String withoutVarRun(String path) {
    return path.startsWith("/var/run/") ? path.substring("/var".length()) : path;
  }

  /** A port alone is one of IPv6, which takes IPv4 too unless that is shut out. */
  private Address.Family family(SocketAddress socket, Accepted accepted) {
    if (socket.host().filter(h -> !h.v6()).isPresent()) {
      return Address.Family.V4;
    }
    if (socket.host().filter(h -> !Address.isAny(h)).isPresent()) {
      return Address.Family.V6;
    }
    String only = accepted.last(SECTION, "BindIPv6Only").map(Setting::text).orElse("default");
    boolean v6 = only.equals("ipv6-only") || only.equals("default") && onlyV6;
    return v6 ? Address.Family.V6 : Address.Family.BOTH;
  }

  private static String protocol(Address address, Sort sort, Accepted accepted) {
    return switch (address.kind()) {
      case PATH, ABSTRACT -> "unix";
      case VSOCK -> "vsock";
      case PORT ->
          accepted
              .last(SECTION, "SocketProtocol")
              .map(s -> s.text().toLowerCase(Locale.ROOT))
              .orElse(sort == Sort.DATAGRAM ? "udp" : sort == Sort.STREAM ? "tcp" : "");
      default -> "";
    };
  }

  /** The service that is started for a connection: an instance of a template, or a plain one. */
  private static UnitName service(
      Machine machine, Unit unit, Accepted accepted, List<Setting> listeners) {
    boolean accepts =
        accepted.on(SECTION, "Accept").isPresent()
            && listeners.stream().allMatch(Accepted::mayAccept);
    var namesake = unit.name().withType(UnitType.SERVICE);
    if (accepts) {
      return namesake.template();
    }
    return accepted
        .last(SECTION, "Service")
        .flatMap(s -> machine.specifiers().expand(s.text(), unit.name()))
        .flatMap(UnitName::parse)
        .filter(n -> n.type() == UnitType.SERVICE)
        .orElse(namesake);
  }
}
