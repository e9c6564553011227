package org.unitlint.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A breadth-first walk along edges. Of several shortest ways to a unit it takes one over what is
 * written, then one over targets, then the first by name.
 */
final class Walk {
  private static final Comparator<Edge> BEST_FIRST =
      Comparator.comparing(Edge::isDefault)
          .thenComparing((Edge e) -> !e.to().endsWith(".target"))
          .thenComparing(Edge.ORDER);

  private final DependencyGraph graph;
  private final Predicate<String> through;
  private final Map<String, Edge> arrivals = new HashMap<>();
  private final Set<String> reached = new LinkedHashSet<>();

  /**
   * A walk that has not begun.
   *
   * @param through the units that it leads on from; others may be reached, but end it
   */
  Walk(DependencyGraph graph, Predicate<String> through) {
    this.graph = graph;
    this.through = through;
  }

  /** Puts the units, in their order, among those that are reached. */
  Walk from(Collection<String> starts) {
    reached.addAll(starts);
    return this;
  }

  /** Goes on from all that is reached, as far as those edges lead. */
  Walk over(Predicate<Edge> edges) {
    var queue = new ArrayDeque<>(reached);
    while (!queue.isEmpty()) {
      String unit = queue.remove();
      if (!through.test(unit)) {
        continue;
      }
      for (Edge edge : onward(unit, edges)) {
        if (reached.add(edge.to())) {
          arrivals.put(edge.to(), edge);
          queue.add(edge.to());
        }
      }
    }
    return this;
  }

  /** The edges that lead to what is not yet reached, the best first. */
  private List<Edge> onward(String unit, Predicate<Edge> edges) {
    return graph
        .out(unit)
        .filter(edges)
        .filter(e -> !reached.contains(e.to()))
        .sorted(BEST_FIRST)
        .toList();
  }

  /** The units that it came to, in this order. */
  Set<String> reached() {
    return Collections.unmodifiableSet(reached);
  }

  /** The edges by which it came to a unit that it reached; none for one where it began. */
  List<Edge> way(String unit) {
    var way = new ArrayList<Edge>();
    for (String at = unit; arrivals.containsKey(at); at = arrivals.get(at).from()) {
      way.add(arrivals.get(at));
    }
    Collections.reverse(way);
    return way;
  }

  /** Whether the way to a unit leads through another one. */
  boolean leadsThrough(String other, String unit) {
    for (String at = unit; arrivals.containsKey(at); at = arrivals.get(at).from()) {
      if (at.equals(other)) {
        return true;
      }
    }
    return unit.equals(other);
  }

  /**
   * One chain for each unit that is reached and has such an edge to the unit: the shortest one
   * whose last link that edge is.
   */
  List<Chain> chainsTo(String unit, Predicate<Edge> last) {
    var chains = new HashMap<String, Chain>();
    graph
        .in(unit)
        .filter(e -> last.test(e) && reached.contains(e.from()) && through.test(e.from()))
        .forEach(e -> chains.computeIfAbsent(e.from(), f -> chain(e)));
    return chains.values().stream().sorted(Chain.ORDER).toList();
  }

  private Chain chain(Edge last) {
    var edges = way(last.from());
    edges.add(last);
    return Chain.of(edges);
  }
}
