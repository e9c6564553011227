package org.unitlint.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.graph.Starts;
import org.unitlint.host.Unit;
import org.unitlint.host.ports.Activation;
import org.unitlint.host.ports.Evidence;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.ports.Ports;

/** Compares who listens where. */
final class Listeners {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::name)
          .thenComparing(Key::word)
          .thenComparing(Key::address)
          .thenComparing(Key::number);

  private Listeners() {}

  /** The same listener of two sides; several of one address are counted. */
  private record Key(String name, String word, String address, int number) {}

  static List<Changed<Port>> changes(Side before, Side after) {
    return Changed.between(byKey(before), byKey(after), Port::isLike);
  }

  private static SortedMap<Key, Port> byKey(Side side) {
    var ports = new TreeMap<Key, Port>(ORDER);
    var all = all(side);
    for (Port port : all) {
      var listening = port.listening();
      var endpoint = listening.endpoint();
      String address = endpoint.address().toString() + " " + endpoint.network();
      int number = 0;
      while (ports.containsKey(new Key(listening.name(), endpoint.word(), address, number))) {
        number++;
      }
      if (!isGiven(port, all)) {
        ports.put(new Key(listening.name(), endpoint.word(), address, number), port);
      }
    }
    return ports;
  }

  private static List<Port> all(Side side) {
    var units = new TreeMap<String, Unit>();
    side.machine().units().forEach(u -> units.put(u.toString(), u));
    for (Unit unit : side.graph().units().values()) {
      if (unit.name().isInstance()) {
        var own = side.machine().unit(unit.name());
        units.putIfAbsent(own.toString(), own);
      }
    }
    var ports = new ArrayList<Port>();
    for (Listening listening : Ports.of(side.machine(), units.values()).all()) {
      ports.add(new Port(listening, when(side, listening)));
    }
    return ports;
  }

  private static Optional<Starts.When> when(Side side, Listening listening) {
    return listening
        .unit()
        .filter(u -> !listening.isTemplate())
        .map(Unit::toString)
        .map(u -> side.graph().units().containsKey(u) ? side.starts().when(u) : Starts.When.NEVER);
  }

  /** Whether it is only where a program usually listens, and gets that from its socket unit. */
  private static boolean isGiven(Port port, List<Port> all) {
    var own = port.listening();
    return own.evidence() == Evidence.USUAL
        && all.stream()
            .filter(p -> p.when().filter(Starts.When.AT_ONCE::equals).isPresent())
            .map(Port::listening)
            .anyMatch(
                l ->
                    l.activation() == Activation.SOCKET
                        && l.address().port() == own.address().port()
                        && l.starts().what().equals(own.name()));
  }
}
