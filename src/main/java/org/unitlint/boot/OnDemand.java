package org.unitlint.boot;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unitlint.boot.timing.Recording;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Accepted;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/**
 * Tells which units of a recorded boot were started by something else than the jobs of the boot.
 */
final class OnDemand {
  private static final List<Dependency> PULLED_IN_BY =
      List.of(
          Dependency.REQUIRED_BY,
          Dependency.WANTED_BY,
          Dependency.BOUND_BY,
          Dependency.UPHELD_BY,
          Dependency.SLICE_OF);

  /** Types of which units come to be while the machine runs. */
  private static final Set<UnitType> FOUND =
      Set.of(UnitType.DEVICE, UnitType.SCOPE, UnitType.MOUNT, UnitType.SWAP);

  private static final Set<String> OF_LOGINS = Set.of("user", "user-runtime-dir");

  private final Recording recording;
  private final DependencyGraph graph;
  private final SortedSet<String> found = new TreeSet<>();

  private OnDemand(Recording recording, DependencyGraph graph) {
    this.recording = recording;
    this.graph = graph;
  }

  /** Those of the units that no job of the timeline was for. */
  static SortedSet<String> among(
      Set<String> units, Recording recording, DependencyGraph graph, Timeline timeline) {
    var all = new OnDemand(recording, graph);
    var open = new TreeSet<>(units);
    open.removeAll(timeline.entries().keySet());
    for (boolean more = true; more; ) {
      more = open.removeIf(u -> all.isFirst(u) || all.isPulledIn(u));
    }
    return all.found;
  }

  /** Whether an event starts the unit: traffic, a timer, a message, a login, a device. */
  private boolean isFirst(String name) {
    var unit = UnitName.parse(name);
    boolean first =
        !recording.units().get(name).triggeredBy().isEmpty()
            || unit.isEmpty()
            || FOUND.contains(unit.get().type())
            || OF_LOGINS.contains(unit.get().prefix()) && unit.get().isInstance()
            || hasBusName(graph.machine(), graph.machine().unit(unit.get()));
    if (first) {
      found.add(name);
    }
    return first;
  }

  private static boolean hasBusName(Machine machine, Unit unit) {
    return unit.name().type() == UnitType.SERVICE
        && Accepted.of(machine, unit).busName().isPresent();
  }

  /** Whether one that is known to be started by an event starts the unit. */
  private boolean isPulledIn(String name) {
    boolean pulled =
        graph.units().containsKey(name)
            && PULLED_IN_BY.stream()
                .flatMap(kind -> graph.others(name, kind))
                .anyMatch(found::contains);
    if (pulled) {
      found.add(name);
    }
    return pulled;
  }
}
