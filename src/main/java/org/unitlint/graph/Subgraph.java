package org.unitlint.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Some units of a graph, and some of its edges. */
public final class Subgraph {
  private final DependencyGraph graph;
  private final SortedSet<String> units;
  private final Predicate<Edge> edges;
  private final boolean whole;

  Subgraph(DependencyGraph graph, SortedSet<String> units, Predicate<Edge> edges, boolean whole) {
    this.graph = graph;
    this.units = Collections.unmodifiableSortedSet(units);
    this.edges = edges;
    this.whole = whole;
  }

  /** The graph that this is a part of. */
  public DependencyGraph graph() {
    return graph;
  }

  /** The own names of the units, those without an edge too. */
  public SortedSet<String> units() {
    return units;
  }

  /** Whether nothing was left out. */
  public boolean isWhole() {
    return whole;
  }

  /** Its edges that go out from the unit of that own name, by the other unit, then by kind. */
  public Stream<Edge> out(String unit) {
    return graph.out(unit).filter(edges);
  }

  /** All its edges, by units, then by kind. */
  public Stream<Edge> edges() {
    return units.stream().flatMap(this::out);
  }

  /** The edges at the unit, both directions, by systemd's names, each list by the other unit. */
  public SortedMap<Dependency, List<Edge>> dependencies(String unit) {
    if (whole) {
      return graph.dependencies(unit);
    }
    var byKind = new TreeMap<Dependency, List<Edge>>(Comparator.comparing(Dependency::word));
    out(unit).forEach(e -> byKind.computeIfAbsent(e.kind(), k -> new ArrayList<>()).add(e));
    graph
        .in(unit)
        .filter(edges)
        .forEach(
            edge ->
                edge.kind()
                    .inverse()
                    .ifPresent(k -> byKind.computeIfAbsent(k, i -> new ArrayList<>()).add(edge)));
    return byKind;
  }

  /** The paths that must be mounted for the unit; none once anything was left out. */
  public List<MountPath> mountPaths(String unit) {
    return whole ? graph.mountPaths(unit) : List.of();
  }
}
