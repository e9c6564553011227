package org.unitlint.rule;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Edge;
import org.unitlint.host.Unit;

/** Who pulls in the target that is reached when the network is up. */
final class NetworkOnline {
  static final String TARGET = "network-online.target";
  private static final int MOST_UNITS = 200;
  private static final List<Dependency> STARTED_BY =
      List.of(
          Dependency.REQUIRED_BY,
          Dependency.WANTED_BY,
          Dependency.BOUND_BY,
          Dependency.UPHELD_BY,
          Dependency.TRIGGERED_BY);

  private NetworkOnline() {}

  /** Whether a boot of this machine is known to pull it in. */
  static boolean isBooted(Facts facts) {
    return facts.machine().hasSystemd() && facts.pulledInBy("default.target").contains(TARGET);
  }

  /**
   * Whether the unit, what it starts, or what starts it asks for the target, other than the targets
   * that every boot has.
   */
  static boolean isWantedAround(Unit unit, Facts facts) {
    String name = unit.name().toString();
    if (new Said(unit, facts).pullsIn(TARGET)) {
      return true;
    }
    if (!facts.isInGraph(name)) {
      return false;
    }
    var starters =
        STARTED_BY.stream()
            .flatMap(kind -> facts.graph().others(name, kind))
            .filter(other -> !isSpecialTarget(other, facts));
    return Stream.concat(Stream.of(name), starters).anyMatch(u -> leadsThere(u, facts));
  }

  private static boolean isSpecialTarget(String unit, Facts facts) {
    return unit.endsWith(".target") && facts.catalog().specialUnit(unit).isPresent();
  }

  private static boolean leadsThere(String unit, Facts facts) {
    var seen = new HashSet<String>();
    var queue = new ArrayDeque<>(List.of(unit));
    while (!queue.isEmpty() && seen.size() < MOST_UNITS) {
      var next =
          facts
              .graph()
              .out(queue.remove())
              .filter(e -> e.kind().pullsIn() && e.isWritten())
              .map(Edge::to)
              .toList();
      if (next.contains(TARGET)) {
        return true;
      }
      next.stream().filter(n -> !isSpecialTarget(n, facts)).filter(seen::add).forEach(queue::add);
    }
    return false;
  }
}
