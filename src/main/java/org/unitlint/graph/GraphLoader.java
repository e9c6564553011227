package org.unitlint.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Escape;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.Threads;

/**
 * Loads units as systemd's load queue does: each with all the units that it names, until no new one
 * comes. The few dependencies for which it matters who was loaded first follow {@link LoadOrder}.
 */
final class GraphLoader {
  private static final Set<UnitType> TRIGGERING =
      Set.of(UnitType.SOCKET, UnitType.TIMER, UnitType.PATH, UnitType.AUTOMOUNT);
  private static final List<Dependency> MEMBERS =
      List.of(
          Dependency.REQUIRES,
          Dependency.REQUISITE,
          Dependency.WANTS,
          Dependency.BINDS_TO,
          Dependency.UPHOLDS);

  /** The ends and the kind of an edge; a record's own hash would cost more. */
  private record Key(String from, Dependency kind, String to) {
    @Override
    public int hashCode() {
      return (from.hashCode() * 31 + to.hashCode()) * 31 + kind.ordinal();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && kind == key.kind
          && from.equals(key.from)
          && to.equals(key.to);
    }
  }

  private final Machine machine;
  private final Declarations declarations;
  private final Map<String, Declared> loaded = new HashMap<>();
  private final Map<String, Unit> byName = new HashMap<>();
  private Map<Key, Edge> edges = Map.of();
  private final List<Edge> several = new ArrayList<>();
  private final EdgeGraph graph = new EdgeGraph();

  GraphLoader(Machine machine) {
    this.machine = machine;
    this.declarations = new Declarations(machine);
  }

  /** The graph of those units and all that any of them names. */
  DependencyGraph load(Collection<UnitName> roots) {
    var names = new TreeSet<>(roots);
    perpetual().forEach(n -> names.add(UnitName.parse(n).orElseThrow()));
    while (!names.isEmpty()) {
      wave(names);
    }
    var order = new LoadOrder(byName, loaded, perpetual(), new TreeSet<>(roots));
    var sorted = new TreeMap<>(loaded);
    var all = List.copyOf(sorted.values());
    sorted.keySet().forEach(graph::addVertex);
    edges = new HashMap<>(2 * all.stream().mapToInt(d -> d.dependencies().size()).sum());
    all.forEach(this::written);
    all.forEach(unit -> mounts(unit, order));
    all.forEach(target -> target(target, order));
    several.forEach(Edge::sort);
    var units = new TreeMap<String, Unit>();
    var paths = new HashMap<String, List<MountPath>>();
    sorted.forEach((name, declared) -> units.put(name, declared.whole()));
    sorted.forEach((name, declared) -> paths.put(name, paths(declared)));
    return new DependencyGraph(machine, units, graph, paths);
  }

  private List<String> perpetual() {
    return machine.setup().scope() == Scope.SYSTEM
        ? List.of(
            Declarations.ROOT_SLICE,
            Declarations.SYSTEM_SLICE,
            Declarations.INIT_SCOPE,
            Declarations.ROOT_MOUNT)
        : List.of(Declarations.ROOT_SLICE, Declarations.INIT_SCOPE, Declarations.ROOT_MOUNT);
  }

  /** Loads the names that are not loaded yet, and leaves behind those that they name. */
  private void wave(SortedSet<UnitName> names) {
    record Found(UnitName name, Unit unit) {}
    var found = Threads.over(List.copyOf(names)).map(n -> new Found(n, machine.unit(n))).toList();
    names.clear();
    found.forEach(f -> byName.put(f.name.toString(), f.unit));
    var fresh = new TreeMap<String, Unit>();
    found.forEach(f -> fresh.put(f.unit.name().toString(), f.unit));
    fresh.keySet().removeIf(loaded::containsKey);
    var declared = Threads.over(List.copyOf(fresh.values())).map(declarations::of).toList();
    for (Declared unit : declared) {
      String own = unit.whole().name().toString();
      loaded.put(own, unit);
      byName.put(own, unit.whole());
    }
    var seen = new HashSet<String>();
    for (Declared unit : declared) {
      unit.touched().forEach(other -> named(other, seen, names));
      if (Declarations.isComplete(unit.unit())) {
        unit.paths().forEach(p -> mountsOf(p.path()).forEach(m -> named(m, seen, names)));
      }
    }
  }

  private void named(String name, Set<String> seen, SortedSet<UnitName> names) {
    if (!byName.containsKey(name) && seen.add(name)) {
      UnitName.parse(name).ifPresent(names::add);
    }
  }

  /** The names of the mounts on the way to a path; what cannot be a name is left out. */
  static List<String> mountsOf(String path) {
    var names = new ArrayList<String>();
    names.add(Declarations.ROOT_MOUNT);
    for (int i = path.indexOf('/', 1); i > 0; i = path.indexOf('/', i + 1)) {
      names.add(Escape.escapePath(path.substring(0, i)) + ".mount");
    }
    if (path.length() > 1) {
      names.add(Escape.escapePath(path) + ".mount");
    }
    names.removeIf(n -> UnitName.parse(n).isEmpty());
    return names;
  }

  /** Step "add dependency": refused are those which cannot be, as systemd refuses them. */
  private void written(Declared declared) {
    for (var declaration : declared.dependencies()) {
      var other = byName.get(declaration.other());
      if (other != null) {
        add(declared.unit(), other, declaration.reason());
      }
    }
  }

  private void add(Unit unit, Unit other, Reason reason) {
    var kind = reason.kind();
    String name = unit.name().toString();
    String otherName = other.name().toString();
    if (name.equals(otherName) || isRefused(kind, unit.name().type(), other.name().type())) {
      return;
    }
    boolean forward = kind.isForward();
    var key = forward ? new Key(name, kind, otherName) : new Key(otherName, kind.forward(), name);
    var edge = edges.computeIfAbsent(key, this::edge);
    if (edge.add(reason)) {
      several.add(edge);
    }
  }

  private Edge edge(Key key) {
    var edge = new Edge(key.from(), key.kind(), key.to());
    graph.addEdge(key.from(), key.to(), edge);
    return edge;
  }

  private static boolean isRefused(Dependency kind, UnitType unit, UnitType other) {
    return switch (kind) {
      case BEFORE -> other == UnitType.DEVICE;
      case ON_FAILURE -> !unit.canFail();
      case TRIGGERS -> !TRIGGERING.contains(unit);
      case TRIGGERED_BY -> !TRIGGERING.contains(other);
      case IN_SLICE -> other != UnitType.SLICE;
      default -> false;
    };
  }

  /** Each path once: the first to need it says why. */
  private static List<MountPath> paths(Declared declared) {
    if (declared.paths().isEmpty()) {
      return List.of();
    }
    var byPath = new TreeMap<String, MountPath>();
    declared.paths().forEach(p -> byPath.putIfAbsent((p.wanted() ? "w" : "r") + p.path(), p));
    return List.copyOf(byPath.values());
  }

  /** Step "add mount dependencies": on the mounts that are there on the way to each path. */
  private void mounts(Declared declared, LoadOrder order) {
    var unit = declared.unit();
    if (!Declarations.isComplete(unit)) {
      return;
    }
    for (MountPath path : paths(declared)) {
      for (String name : mountsOf(path.path())) {
        var mount = Optional.ofNullable(loaded.get(name)).map(Declared::unit);
        if (mount.filter(m -> isThere(m, unit, order)).isPresent()) {
          add(unit, mount.get(), path.reason().as(Dependency.AFTER));
          if (!mount.get().fragmentPath().isEmpty()) {
            add(unit, mount.get(), path.reason());
          }
        }
      }
    }
  }

  /** Whether the unit can be depended on; one that is refused itself only sees earlier ones. */
  private static boolean isThere(Unit unit, Unit from, LoadOrder order) {
    return unit.state() == LoadState.LOADED
        && (from.state() == LoadState.LOADED
            || order.isBefore(unit.name().toString(), from.name().toString()));
  }

  /**
   * Step "add default target dependency": after all that it pulls in, unless before it; and after
   * what it is part of, if that was loaded earlier.
   */
  private void target(Declared declared, LoadOrder order) {
    var target = declared.unit();
    if (target.name().type() != UnitType.TARGET
        || !Declarations.isComplete(target)
        || !declarations.hasDefaults(target)) {
      return;
    }
    String name = target.name().toString();
    var members =
        graph.outgoingEdgesOf(name).stream()
            .filter(
                e ->
                    MEMBERS.contains(e.kind())
                        || e.kind() == Dependency.PART_OF && order.isBefore(e.to(), name))
            .map(Edge::to)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String member : members) {
      var unit = loaded.get(member).unit();
      if (isThere(unit, target, order)
          && declarations.hasDefaults(unit)
          && !isContrary(member, name, order)) {
        var reason = Reason.rule(name, Dependency.AFTER, Origin.DEFAULT, Addition.TARGET_MEMBER);
        add(target, unit, reason);
      }
    }
  }

  /**
   * Whether the target is before the member already. Its own place before shutdown comes too late
   * to be seen, if the member was loaded earlier.
   */
  private boolean isContrary(String member, String target, LoadOrder order) {
    var contrary = Optional.ofNullable(edges.get(new Key(member, Dependency.AFTER, target)));
    boolean late =
        contrary.isPresent()
            && contrary.get().reasons().stream()
                .allMatch(r -> r.addition().filter(a -> a == Addition.DEFAULT_TARGET).isPresent())
            && order.isBefore(member, target);
    return contrary.isPresent() && !late;
  }
}
