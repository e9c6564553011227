package org.unitlint.report.draw;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;

/** Which target each unit hangs on: the earliest one that pulls it in, if need be over others. */
final class Owners {
  private final DependencyGraph graph;
  private final SortedSet<String> started;
  private final Map<String, Integer> waits = new HashMap<>();
  private final Map<String, String> owners = new TreeMap<>();

  private Owners(DependencyGraph graph, SortedSet<String> started) {
    this.graph = graph;
    this.started = started;
  }

  /** The owners of those units, and of what they trigger, by unit; a target owns itself. */
  static Map<String, String> of(DependencyGraph graph, SortedSet<String> started) {
    var owners = new Owners(graph, started);
    owners.find();
    return owners.owners;
  }

  private void find() {
    var targets = new TreeSet<String>();
    started.stream().filter(this::isTarget).forEach(targets::add);
    targets.forEach(t -> waits.put(t, 0));
    targets.forEach(t -> count(t, targets));
    var early = Comparator.comparing((String t) -> waits.get(t)).thenComparing(t -> t);
    targets.forEach(t -> owners.put(t, t));
    var queue = new ArrayDeque<String>();
    targets.stream().sorted(early).forEach(t -> spread(t, queue));
    while (!queue.isEmpty()) {
      spread(queue.remove(), queue);
    }
  }

  /** How many targets it comes behind. */
  private void count(String target, SortedSet<String> targets) {
    var seen = new TreeSet<String>();
    var queue = new ArrayDeque<String>();
    queue.add(target);
    while (!queue.isEmpty()) {
      graph
          .others(queue.remove(), Dependency.AFTER)
          .filter(u -> targets.contains(u) && seen.add(u))
          .forEach(queue::add);
    }
    waits.put(target, seen.size());
  }

  private void spread(String unit, ArrayDeque<String> queue) {
    graph
        .out(unit)
        .filter(e -> leads(e) && !isTarget(e.to()) && !owners.containsKey(e.to()))
        .forEach(
            edge -> {
              owners.put(edge.to(), owners.get(unit));
              queue.add(edge.to());
            });
  }

  private static boolean leads(Edge edge) {
    return edge.kind().pullsIn() || edge.kind() == Dependency.TRIGGERS;
  }

  private boolean isTarget(String unit) {
    return Optional.ofNullable(graph.units().get(unit))
        .filter(u -> u.name().type() == UnitType.TARGET)
        .isPresent();
  }
}
