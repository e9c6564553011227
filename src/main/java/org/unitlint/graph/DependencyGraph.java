package org.unitlint.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;

/**
 * The units that systemd would load for some units of a machine, and all dependencies between them,
 * those too that systemd adds by itself. Aliases are resolved. Everything comes sorted by name.
 */
public final class DependencyGraph {
  private final Machine machine;
  private final SortedMap<String, Unit> units;
  private final Graph<String, Edge> graph;
  private final Map<String, List<MountPath>> mountPaths;

  DependencyGraph(
      Machine machine,
      SortedMap<String, Unit> units,
      Graph<String, Edge> graph,
      Map<String, List<MountPath>> mountPaths) {
    this.machine = machine;
    this.units = Collections.unmodifiableSortedMap(units);
    this.graph = graph;
    this.mountPaths = mountPaths;
  }

  /** What systemd loads when it is to start those units: they, and all that any of them names. */
  public static DependencyGraph load(Machine machine, Collection<UnitName> roots) {
    return new GraphLoader(machine).load(roots);
  }

  /**
   * The units that a boot into the unit loads first: the unit itself, and where that cannot be
   * loaded {@code rescue.target}, which systemd starts then instead.
   */
  public static List<UnitName> start(Machine machine, UnitName unit) {
    var rescue = UnitName.parse("rescue.target").orElseThrow();
    boolean fallback = !machine.unit(unit).isLoaded() && machine.unit(rescue).isLoaded();
    return fallback ? List.of(unit, rescue) : List.of(unit);
  }

  /**
   * The names of all units that have a file in the search path; templates, which cannot be loaded,
   * are left out.
   */
  public static List<UnitName> everything(Machine machine) {
    var linked = machine.links().stream().map(l -> Paths.name(l.path()));
    return Stream.concat(machine.names().stream(), linked)
        .distinct()
        .sorted()
        .flatMap(n -> UnitName.parse(n).stream())
        .filter(n -> !n.isTemplate())
        .toList();
  }

  /**
   * As {@link #everything}, those left out of which only a generator knows; what others name of
   * them is loaded all the same.
   */
  public static List<UnitName> written(Machine machine) {
    return everything(machine).stream()
        .filter(n -> !machine.isMade(machine.unit(n).fragmentPath()))
        .toList();
  }

  /** The machine whose units these are. */
  public Machine machine() {
    return machine;
  }

  /** The units by their own names, those that are not there too. */
  public SortedMap<String, Unit> units() {
    return units;
  }

  /** The unit of that name or alias, if it is in the graph. */
  public Optional<Unit> unit(String name) {
    var known = units.get(name);
    return known != null
        ? Optional.of(known)
        : UnitName.parse(name).map(machine::unit).filter(u -> units.containsKey(u.toString()));
  }

  /** The edges that go out from the unit of that own name, of all forward kinds. */
  public Stream<Edge> out(String unit) {
    return graph.outgoingEdgesOf(unit).stream().sorted(Edge.ORDER);
  }

  /** The edges that lead to the unit. */
  public Stream<Edge> in(String unit) {
    return graph.incomingEdgesOf(unit).stream().sorted(Edge.ORDER);
  }

  /** The units on which the unit depends in that way, which may be an inverse kind. */
  public Stream<Edge> edges(String unit, Dependency kind) {
    var edges = kind.isForward() ? graph.outgoingEdgesOf(unit) : graph.incomingEdgesOf(unit);
    return edges.stream().filter(e -> e.kind() == kind.forward()).sorted(Edge.ORDER);
  }

  /** As {@link #edges(String, Dependency)}, the names at the other ends. */
  public Stream<String> others(String unit, Dependency kind) {
    return edges(unit, kind).map(e -> e.other(unit));
  }

  /** The edge of that forward kind from one unit to the other. */
  public Optional<Edge> edge(String from, Dependency kind, String to) {
    return between(from, to).filter(e -> e.kind() == kind).findFirst();
  }

  /** All edges from one unit to the other, in no order. */
  public Stream<Edge> between(String from, String to) {
    boolean fewIn = graph.inDegreeOf(to) < graph.outDegreeOf(from);
    var edges = fewIn ? graph.incomingEdgesOf(to) : graph.outgoingEdgesOf(from);
    return edges.stream().filter(e -> e.from().equals(from) && e.to().equals(to));
  }

  /** All edges. */
  public Stream<Edge> edges() {
    return units.keySet().stream().flatMap(this::out);
  }

  /** All edges, in no order. */
  public Stream<Edge> unsorted() {
    return graph.edgeSet().stream();
  }

  /** How many edges there are. */
  public int size() {
    return graph.edgeSet().size();
  }

  /** All dependencies of the unit as systemd lists them, both directions, by systemd's names. */
  public SortedMap<Dependency, List<Edge>> dependencies(String unit) {
    var byKind = new EnumMap<Dependency, List<Edge>>(Dependency.class);
    for (Edge edge : graph.outgoingEdgesOf(unit)) {
      byKind.computeIfAbsent(edge.kind(), k -> new ArrayList<>()).add(edge);
    }
    for (Edge edge : graph.incomingEdgesOf(unit)) {
      edge.kind()
          .inverse()
          .ifPresent(kind -> byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(edge));
    }
    var sorted = new TreeMap<Dependency, List<Edge>>(Comparator.comparing(Dependency::word));
    byKind.forEach(
        (kind, edges) -> {
          edges.sort(Edge.ORDER);
          sorted.put(kind, edges);
        });
    return sorted;
  }

  /** The paths that must be mounted for the unit, each once, in the order of paths. */
  public List<MountPath> mountPaths(String unit) {
    return mountPaths.getOrDefault(unit, List.of());
  }

  /** The graph itself, for the algorithms of this room. */
  Graph<String, Edge> graph() {
    return graph;
  }
}
