package org.unitlint.host.ports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Unit;
import org.unitlint.host.xinetd.NetNames;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdDaemon;
import org.unitlint.source.MemoryTree;

/** Who listens where on a machine, whether it is started or not. */
public final class Ports {
  private static final Set<TroubleKind> TAKEN =
      Set.of(TroubleKind.PORT_TAKEN, TroubleKind.DUPLICATE, TroubleKind.UDP_TWINS);

  /** By the place where it is written, so that the order of asking does not matter. */
  private static final Comparator<Listening> BY_NAME =
      Comparator.comparing(Listening::name)
          .thenComparing(Listening::path)
          .thenComparing(l -> l.place().span().start())
          .thenComparing(Listening.ORDER);

  private final NetNames names;
  private final List<Listening> all;
  private final List<Refused> refused;

  private Ports(NetNames names, List<Listening> all, List<Refused> refused) {
    this.names = names;
    this.all = all;
    this.refused = refused;
  }

  /**
   * Those of the machine.
   *
   * @param units that count; those that cannot be started do not listen
   */
  public static Ports of(Machine machine, Collection<Unit> units) {
    boolean whole = machine.setup().whole();
    var names = NetNames.of(whole ? machine.tree() : new MemoryTree(), whole);
    var all = new ArrayList<Listening>();
    var sockets = new SocketUnits(machine, names);
    var services = new CommandLines(machine, names);
    for (Unit unit : units) {
      if (unit.isLoaded()) {
        all.addAll(sockets.of(unit));
        all.addAll(services.of(unit));
      }
    }
    var refused = new ArrayList<Refused>();
    if (whole && machine.setup().scope() == Scope.SYSTEM) {
      XinetdDaemon.of(machine).ifPresent(d -> add(d, machine, names, all, refused));
      all.addAll(new InetdLines(machine, names).of(units));
    }
    all.sort(Listening.ORDER);
    return new Ports(names, List.copyOf(all), List.copyOf(refused));
  }

  private static void add(
      XinetdDaemon daemon,
      Machine machine,
      NetNames names,
      List<Listening> all,
      List<Refused> refused) {
    var config = daemon.read(machine);
    config.served().forEach(s -> all.addAll(XinetdServices.of(s, daemon, names)));
    for (var service : config.services()) {
      service.troubles().stream()
          .filter(t -> TAKEN.contains(t.kind()))
          .forEach(t -> refused.add(new Refused(service, t)));
    }
  }

  /** All of them: ports by number, then the rest by name. */
  public List<Listening> all() {
    return all;
  }

  /** The services of xinetd that get no port of their own, by what xinetd itself does. */
  public List<Refused> refused() {
    return refused;
  }

  /** The port that a name of services(5) stands for. */
  public Optional<Integer> port(String name, String protocol) {
    return names.port(name, protocol);
  }

  /** The name that services(5) gives a port. */
  public Optional<String> portName(int port, String protocol) {
    return names.portName(port, protocol);
  }

  /**
   * All pairs that cannot both listen, if both were started; by the later one, then by the earlier
   * one. What xinetd has twice is not among them.
   */
  public List<Collision> collisions() {
    var byPort = new HashMap<Object, List<Listening>>();
    var sorted = new ArrayList<>(all);
    sorted.sort(BY_NAME);
    var found = new ArrayList<Collision>();
    for (Listening later : sorted) {
      var others = byPort.computeIfAbsent(key(later), k -> new ArrayList<>());
      for (Listening earlier : others) {
        if (earlier.activation() != Activation.XINETD || later.activation() != Activation.XINETD) {
          earlier
              .endpoint()
              .overlap(later.endpoint())
              .ifPresent(o -> found.add(new Collision(earlier, later, o)));
        }
      }
      others.add(later);
    }
    return found;
  }

  /** Only what has the same may overlap. */
  private static Object key(Listening listening) {
    var address = listening.address();
    boolean port = address.kind() == Address.Kind.PORT || address.kind() == Address.Kind.VSOCK;
    return Map.entry(address.kind(), port ? String.valueOf(address.port()) : address.name());
  }
}
