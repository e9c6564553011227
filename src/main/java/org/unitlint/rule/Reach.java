package org.unitlint.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;

/** Which units lead to others over several edges. Every search ends after some thousand steps. */
final class Reach {
  /** A unit with more edges is looked at once, and what lies behind it is remembered. */
  private static final int MANY = 50;

  private static final int MOST_STEPS = 2000;

  private final Map<String, List<String>> after = new HashMap<>();
  private final Map<String, List<Edge>> neededBy = new HashMap<>();
  private final Map<String, List<Edge>> conflicts = new HashMap<>();
  private final Map<String, Set<String>> behind = new ConcurrentHashMap<>();

  Reach(DependencyGraph graph) {
    graph.edges().forEach(this::add);
  }

  private void add(Edge edge) {
    if (edge.kind() == Dependency.AFTER) {
      after.computeIfAbsent(edge.from(), n -> new ArrayList<>(4)).add(edge.to());
    } else if (edge.kind() == Dependency.CONFLICTS) {
      conflicts.computeIfAbsent(edge.from(), n -> new ArrayList<>(1)).add(edge);
    } else if (edge.kind().needs()) {
      neededBy.computeIfAbsent(edge.to(), n -> new ArrayList<>(4)).add(edge);
    }
  }

  /** The units after which that one is ordered by itself. */
  List<String> after(String unit) {
    return Collections.unmodifiableList(after.getOrDefault(unit, List.of()));
  }

  /** The conflicts that the unit of that own name declares. */
  List<Edge> conflicts(String unit) {
    return Collections.unmodifiableList(conflicts.getOrDefault(unit, List.of()));
  }

  /** Whether one of the units, which have these own names, is ordered after the other. */
  boolean areOrdered(String one, String other) {
    return isAfter(one, other) || isAfter(other, one);
  }

  /** Whether the first is ordered after the second; so it is where that takes long to tell. */
  boolean isAfter(String one, String other) {
    var seen = new HashSet<String>();
    var queue = new ArrayDeque<>(List.of(one));
    while (!queue.isEmpty()) {
      String at = queue.remove();
      var next = after.getOrDefault(at, List.of());
      if (next.size() > MANY) {
        if (behind.computeIfAbsent(at, this::allBehind).contains(other)) {
          return true;
        }
        continue;
      }
      for (String unit : next) {
        if (unit.equals(other) || seen.size() > MOST_STEPS) {
          return true;
        }
        if (seen.add(unit)) {
          queue.add(unit);
        }
      }
    }
    return false;
  }

  private Set<String> allBehind(String unit) {
    var seen = new HashSet<String>();
    var queue = new ArrayDeque<>(List.of(unit));
    while (!queue.isEmpty()) {
      for (String next : after.getOrDefault(queue.remove(), List.of())) {
        if (seen.add(next)) {
          queue.add(next);
        }
      }
    }
    return seen;
  }

  /**
   * The units that cannot be started without that one, the nearest first, each with the edge that
   * leads towards it; the unit itself is not among them. Empty where they are too many.
   */
  Map<String, Edge> needing(String unit) {
    var found = new LinkedHashMap<String, Edge>();
    var queue = new ArrayDeque<>(List.of(unit));
    while (!queue.isEmpty()) {
      for (Edge edge : neededBy.getOrDefault(queue.remove(), List.of())) {
        if (found.size() > MOST_STEPS) {
          return Map.of();
        }
        if (!edge.from().equals(unit) && found.putIfAbsent(edge.from(), edge) == null) {
          queue.add(edge.from());
        }
      }
    }
    return Collections.unmodifiableMap(found);
  }

  /** The edges from one unit to that which {@link #needing} was asked for. */
  static List<Edge> chain(String from, Map<String, Edge> needing) {
    var chain = new ArrayList<Edge>();
    var edge = Optional.ofNullable(needing.get(from));
    while (edge.isPresent()) {
      chain.add(edge.get());
      edge = Optional.ofNullable(needing.get(edge.get().to()));
    }
    return chain;
  }
}
