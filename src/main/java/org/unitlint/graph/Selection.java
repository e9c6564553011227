package org.unitlint.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which part of a graph to look at. The three sets of units are own names; an empty one restricts
 * nothing. An edge must lie within the depth of each set that is not empty.
 *
 * @param units edges near these, in any direction
 * @param from edges that lead away from these
 * @param to edges that lead to these
 * @param kinds edges of these forward kinds
 * @param depth how many edges away; 1 is edges at the units themselves
 * @param reverse whether only edges that lead to {@code units} are near
 * @param withoutDefault whether to leave out what systemd adds by default
 * @param reduced whether to leave out ordering that follows from other ordering
 */
public record Selection(
    Set<String> units,
    Set<String> from,
    Set<String> to,
    Set<Dependency> kinds,
    int depth,
    boolean reverse,
    boolean withoutDefault,
    boolean reduced) {
  private static final Set<Dependency> FORWARD_KINDS = forwardKinds();

  /** Every edge of the graph. */
  public static final Selection EVERYTHING =
      new Selection(Set.of(), Set.of(), Set.of(), FORWARD_KINDS, 1, false, false, false);

  private enum Way {
    FORWARD,
    BACKWARD,
    BOTH;

    /** The edges along which a walk goes on from the unit. */
    Stream<Edge> edges(DependencyGraph graph, String unit) {
      return switch (this) {
        case FORWARD -> graph.graph().outgoingEdgesOf(unit).stream();
        case BACKWARD -> graph.graph().incomingEdgesOf(unit).stream();
        case BOTH -> graph.graph().edgesOf(unit).stream();
      };
    }
  }

  public Selection {
    units = Set.copyOf(units);
    from = Set.copyOf(from);
    to = Set.copyOf(to);
    kinds = Set.copyOf(kinds);
    if (depth < 0) {
      throw new IllegalArgumentException("depth " + depth);
    }
  }

  private static Set<Dependency> forwardKinds() {
    var kinds = EnumSet.allOf(Dependency.class);
    kinds.removeIf(k -> !k.isForward());
    return Collections.unmodifiableSet(kinds);
  }

  /** Whether nothing at all is left out. */
  public boolean isEverything() {
    return !isRestricted() && !withoutDefault && !reduced && kinds.containsAll(FORWARD_KINDS);
  }

  private boolean isRestricted() {
    return !units.isEmpty() || !from.isEmpty() || !to.isEmpty();
  }

  /** That part of the graph: restricted to units, those and the ends of the edges. */
  public Subgraph of(DependencyGraph graph) {
    return of(graph, e -> true);
  }

  /** As {@link #of(DependencyGraph)}, where only those edges are there. */
  public Subgraph of(DependencyGraph graph, Predicate<Edge> only) {
    Predicate<Edge> chosen =
        e -> kinds.contains(e.kind()) && !(withoutDefault && e.isDefault()) && only.test(e);
    SortedSet<String> shown = new TreeSet<>(graph.units().keySet());
    if (isRestricted()) {
      var near = near(graph, chosen);
      chosen = near::contains;
      shown = new TreeSet<>(units);
      for (Edge edge : near) {
        shown.add(edge.from());
        shown.add(edge.to());
      }
    }
    if (reduced) {
      var kept = chosen;
      var redundant = Reduction.redundant(graph, kept);
      chosen = e -> kept.test(e) && !redundant.contains(e);
    }
    return new Subgraph(graph, shown, chosen, isEverything());
  }

  /** The chosen edges that lie within the depth of every set of units that is not empty. */
  private Set<Edge> near(DependencyGraph graph, Predicate<Edge> chosen) {
    var walks = new ArrayList<Set<Edge>>();
    if (!units.isEmpty()) {
      walks.add(walk(graph, units, reverse ? Way.BACKWARD : Way.BOTH, chosen));
    }
    if (!from.isEmpty()) {
      walks.add(walk(graph, from, Way.FORWARD, chosen));
    }
    if (!to.isEmpty()) {
      walks.add(walk(graph, to, Way.BACKWARD, chosen));
    }
    var near = walks.get(0);
    walks.subList(1, walks.size()).forEach(near::retainAll);
    return near;
  }

  private Set<Edge> walk(
      DependencyGraph graph, Set<String> starts, Way way, Predicate<Edge> chosen) {
    var passed = new HashSet<Edge>();
    var distances = new HashMap<String, Integer>();
    var queue = new ArrayDeque<String>();
    for (String start : starts) {
      distances.put(start, 0);
      queue.add(start);
    }
    while (!queue.isEmpty()) {
      String unit = queue.remove();
      int distance = distances.get(unit);
      if (distance < depth) {
        way.edges(graph, unit)
            .filter(chosen)
            .forEach(
                edge -> {
                  passed.add(edge);
                  if (distances.putIfAbsent(edge.other(unit), distance + 1) == null) {
                    queue.add(edge.other(unit));
                  }
                });
      }
    }
    return passed;
  }
}
