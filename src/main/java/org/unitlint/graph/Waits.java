package org.unitlint.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of some units wait for which, in numbers, so that ten thousand of them are gone through at
 * once. Edges can be cut. Everything is in the order of names.
 */
final class Waits {
  private final List<String> units;
  private final List<Edge> edges = new ArrayList<>();
  private final Map<String, Set<String>> conflicts;
  private final int[] starts;
  private final int[] sources;
  private final int[] targets;
  private final BitSet cut = new BitSet();

  private Waits(
      List<String> units,
      List<List<Edge>> out,
      Map<String, Integer> numbers,
      Map<String, Set<String>> conflicts) {
    this.units = units;
    this.conflicts = conflicts;
    this.starts = new int[units.size() + 1];
    for (int unit = 0; unit < units.size(); unit++) {
      starts[unit] = edges.size();
      edges.addAll(out.get(unit));
    }
    starts[units.size()] = edges.size();
    this.sources = edges.stream().mapToInt(e -> numbers.get(e.from())).toArray();
    this.targets = edges.stream().mapToInt(e -> numbers.get(e.to())).toArray();
  }

  /** The ordering among those units, less that between units which cannot be started together. */
  static Waits among(DependencyGraph graph, Collection<String> units) {
    var sorted = List.copyOf(new TreeSet<>(units));
    var numbers = new HashMap<String, Integer>();
    sorted.forEach(u -> numbers.put(u, numbers.size()));
    var conflicts = new HashMap<String, Set<String>>();
    var out = new ArrayList<List<Edge>>(sorted.size());
    for (String unit : sorted) {
      var edges = new ArrayList<Edge>();
      for (Edge edge : graph.graph().outgoingEdgesOf(unit)) {
        if (edge.kind() == Dependency.CONFLICTS) {
          conflicts.computeIfAbsent(unit, u -> new HashSet<>()).add(edge.to());
        } else if (edge.kind() == Dependency.AFTER && numbers.containsKey(edge.to())) {
          edges.add(edge);
        }
      }
      edges.sort(Comparator.comparing(Edge::to));
      out.add(edges);
    }
    out.forEach(edges -> edges.removeIf(e -> exclude(conflicts, e.from(), e.to())));
    return new Waits(sorted, out, numbers, conflicts);
  }

  private static boolean exclude(Map<String, Set<String>> conflicts, String one, String other) {
    return conflicts.getOrDefault(one, Set.of()).contains(other)
        || conflicts.getOrDefault(other, Set.of()).contains(one);
  }

  /** Whether starting one of the units stops another of them. */
  boolean exclude(Collection<String> members) {
    var set = new HashSet<>(members);
    return members.stream()
        .anyMatch(m -> conflicts.getOrDefault(m, Set.of()).stream().anyMatch(set::contains));
  }

  /** Those of the units. */
  BitSet only(Predicate<String> wanted) {
    var only = new BitSet(units.size());
    for (int unit = 0; unit < units.size(); unit++) {
      only.set(unit, wanted.test(units.get(unit)));
    }
    return only;
  }

  /** The names of the units of a set. */
  List<String> names(BitSet set) {
    return set.stream().mapToObj(units::get).toList();
  }

  /** Takes the edge away. */
  void cut(Edge edge) {
    cut.set(number(edge));
  }

  private int number(Edge edge) {
    int from = Collections.binarySearch(units, edge.from());
    for (int at = starts[from]; at < starts[from + 1]; at++) {
      if (edges.get(at) == edge) {
        return at;
      }
    }
    throw new IllegalArgumentException(edge.toString());
  }

  /** How many units of the set would still wait for themselves without the edge. */
  int knottedWithout(BitSet set, Edge edge) {
    int number = number(edge);
    boolean before = cut.get(number);
    cut.set(number);
    int left = knots(set).stream().mapToInt(BitSet::cardinality).sum();
    cut.set(number, before);
    return left;
  }

  /** How many edges lead from units of the set. */
  int edgesOf(BitSet set) {
    return set.stream().map(u -> starts[u + 1] - starts[u]).sum();
  }

  /** The greatest groups of units of the set that all wait for each other. */
  List<BitSet> knots(BitSet set) {
    int[] inside = IntStream.range(0, edges.size()).filter(at -> isIn(set, at)).toArray();
    int[] from = IntStream.of(inside).map(at -> sources[at]).toArray();
    int[] to = IntStream.of(inside).map(at -> targets[at]).toArray();
    var components = Components.of(units.size(), from, to);
    var knots = new BitSet[components.count()];
    set.stream()
        .forEach(
            unit -> {
              int number = components.of(unit);
              knots[number] = knots[number] == null ? new BitSet() : knots[number];
              knots[number].set(unit);
            });
    return Stream.of(knots)
        .filter(k -> k != null && k.cardinality() > 1)
        .sorted(Comparator.comparingInt(k -> k.nextSetBit(0)))
        .toList();
  }

  private boolean isIn(BitSet set, int edge) {
    return set.get(sources[edge]) && set.get(targets[edge]) && !cut.get(edge);
  }

  /**
   * A shortest cycle in a knot, as edges, each unit waiting for the next. In a great knot not every
   * unit is tried as a start.
   */
  List<Edge> shortestCycle(BitSet knot, int effort) {
    int starts = Math.max(1, effort / Math.max(1, edgesOf(knot)));
    List<Edge> shortest = List.of();
    for (int unit = knot.nextSetBit(0); unit >= 0; unit = knot.nextSetBit(unit + 1)) {
      int longest = shortest.isEmpty() ? Integer.MAX_VALUE : shortest.size() - 1;
      if (starts-- == 0 || longest == 1) {
        break;
      }
      var cycle = cycleThrough(unit, knot, longest);
      shortest = cycle.isEmpty() ? shortest : cycle;
    }
    return shortest;
  }

  /** A shortest cycle through the unit; empty if there is none of at most that length. */
  private List<Edge> cycleThrough(int start, BitSet knot, int longest) {
    int[] by = new int[units.size()];
    int[] depth = new int[units.size()];
    Arrays.fill(by, -1);
    var queue = new ArrayDeque<Integer>();
    queue.add(start);
    while (!queue.isEmpty()) {
      int unit = queue.remove();
      for (int at = starts[unit]; at < starts[unit + 1] && depth[unit] < longest; at++) {
        int next = targets[at];
        if (cut.get(at) || !knot.get(next) || by[next] >= 0) {
          continue;
        }
        by[next] = at;
        depth[next] = depth[unit] + 1;
        if (next == start) {
          return path(by, start);
        }
        queue.add(next);
      }
    }
    return List.of();
  }

  private List<Edge> path(int[] by, int start) {
    var path = new ArrayList<Edge>();
    int unit = start;
    do {
      var edge = edges.get(by[unit]);
      path.add(edge);
      unit = Collections.binarySearch(units, edge.from());
    } while (unit != start);
    Collections.reverse(path);
    return path;
  }
}
