package org.unitlint.boot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;

/**
 * The dependencies of a graph by what they do to jobs, as systemd's atoms are. Units are numbers,
 * by name.
 */
final class Atoms {
  /** What a dependency does. See unit-dependency-atom.h of systemd. */
  enum Atom {
    PULL_IN_START(Dependency.REQUIRES, Dependency.BINDS_TO),
    PULL_IN_START_IGNORED(Dependency.WANTS, Dependency.UPHOLDS),
    PULL_IN_VERIFY(Dependency.REQUISITE),
    PULL_IN_STOP(Dependency.CONFLICTS),
    PULL_IN_STOP_IGNORED(Dependency.CONFLICTED_BY),
    PROPAGATE_STOP(
        Dependency.REQUIRED_BY,
        Dependency.REQUISITE_OF,
        Dependency.BOUND_BY,
        Dependency.CONSISTS_OF,
        Dependency.PROPAGATES_STOP_TO),
    PROPAGATE_RESTART(
        Dependency.REQUIRED_BY,
        Dependency.REQUISITE_OF,
        Dependency.BOUND_BY,
        Dependency.CONSISTS_OF),
    PROPAGATE_RELOAD(Dependency.PROPAGATES_RELOAD_TO),
    BEFORE(Dependency.BEFORE),
    AFTER(Dependency.AFTER),
    TRIGGERED_BY(Dependency.TRIGGERED_BY),
    /** Fails with the unit when its start fails. */
    PROPAGATE_START_FAILURE(Dependency.REQUIRED_BY, Dependency.REQUISITE_OF, Dependency.BOUND_BY),
    /** Fails when the unit, started, is not active. */
    PROPAGATE_INACTIVE_START_AS_FAILURE(Dependency.REQUISITE_OF),
    CANNOT_BE_ACTIVE_WITHOUT(Dependency.BINDS_TO),
    /** Is stopped when the unit goes by itself. */
    RETROACTIVE_STOP_ON_STOP(Dependency.BOUND_BY, Dependency.PROPAGATES_STOP_TO),
    ON_FAILURE(Dependency.ON_FAILURE),
    ON_SUCCESS(Dependency.ON_SUCCESS),
    /** Keeps the unit from being unneeded. */
    PINS_STOP_WHEN_UNNEEDED(
        Dependency.REQUIRED_BY,
        Dependency.REQUISITE_OF,
        Dependency.WANTED_BY,
        Dependency.BOUND_BY,
        Dependency.UPHELD_BY);

    private final List<Dependency> dependencies;

    Atom(Dependency... dependencies) {
      this.dependencies = List.of(dependencies);
    }
  }

  private final List<String> names;
  private final Map<String, Integer> numbers;
  private final int[][][] others;

  /** The order in which the units are gone through. */
  private final int[] order;

  /** Where in that order each unit is. */
  private final int[] places;

  private Atoms(List<String> names, Map<String, Integer> numbers, int[][][] others, int[] order) {
    this.names = names;
    this.numbers = numbers;
    this.others = others;
    this.order = order;
    this.places = places(order);
  }

  private static int[] places(int[] order) {
    int[] places = new int[order.length];
    for (int i = 0; i < places.length; i++) {
      places[order[i]] = i;
    }
    return places;
  }

  private static Atoms empty(List<String> names) {
    int[] byName = IntStream.range(0, names.size()).toArray();
    var numbers = new HashMap<String, Integer>();
    for (int unit : byName) {
      numbers.put(names.get(unit), unit);
    }
    return new Atoms(names, numbers, new int[Atom.values().length][][], byName);
  }

  /** The same in one of the orders that the hash tables of systemd may have. */
  Atoms shuffled(long seed) {
    int[] shuffled = order.clone();
    var random = new Random(seed);
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int unit = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = unit;
    }
    return new Atoms(names, numbers, inOrder(shuffled), shuffled);
  }

  /** The same where the order of those pairs does not count; units not in the graph are passed. */
  Atoms without(Collection<Unordered> pairs) {
    int[][][] left = others.clone();
    for (Atom atom : List.of(Atom.BEFORE, Atom.AFTER)) {
      left[atom.ordinal()] = left[atom.ordinal()].clone();
      for (Unordered pair : pairs) {
        var one = find(pair.one());
        var other = find(pair.other());
        if (one.isPresent() && other.isPresent()) {
          remove(left[atom.ordinal()], one.getAsInt(), other.getAsInt());
          remove(left[atom.ordinal()], other.getAsInt(), one.getAsInt());
        }
      }
    }
    return new Atoms(names, numbers, left, order);
  }

  private static void remove(int[][] lists, int unit, int other) {
    lists[unit] = Arrays.stream(lists[unit]).filter(u -> u != other).toArray();
  }

  private int[][][] inOrder(int[] units) {
    int[] ranks = places(units);
    int[][][] ordered = new int[others.length][units.length][];
    for (int atom = 0; atom < others.length; atom++) {
      for (int unit = 0; unit < units.length; unit++) {
        int[] list = others[atom][unit];
        ordered[atom][unit] = list.length < 2 ? list : inOrder(list, ranks, units);
      }
    }
    return ordered;
  }

  private static int[] inOrder(int[] list, int[] ranks, int[] units) {
    int[] ordered = new int[list.length];
    Arrays.setAll(ordered, i -> ranks[list[i]]);
    Arrays.sort(ordered);
    Arrays.setAll(ordered, i -> units[ordered[i]]);
    return ordered;
  }

  /** Those of all units of the graph, as far as they count for the request. */
  static Atoms of(DependencyGraph graph, Request request) {
    var atoms = of(graph);
    return request.unordered().isEmpty() ? atoms : atoms.without(request.unordered());
  }

  /** Those of all units of the graph. */
  static Atoms of(DependencyGraph graph) {
    var atoms = empty(List.copyOf(graph.units().keySet()));
    var pairs = new EnumMap<Atom, Pairs>(Atom.class);
    var byKind = new EnumMap<Dependency, List<Pairs>>(Dependency.class);
    for (Atom atom : Atom.values()) {
      pairs.put(atom, new Pairs());
      for (Dependency kind : atom.dependencies) {
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(pairs.get(atom));
      }
    }
    graph.unsorted().forEach(edge -> atoms.read(edge, byKind));
    pairs.forEach((atom, p) -> atoms.others[atom.ordinal()] = p.lists(atoms.size()));
    return atoms;
  }

  private void read(Edge edge, Map<Dependency, List<Pairs>> byKind) {
    int from = number(edge.from());
    int to = number(edge.to());
    byKind.getOrDefault(edge.kind(), List.of()).forEach(p -> p.add(from, to));
    edge.kind()
        .inverse()
        .ifPresent(kind -> byKind.getOrDefault(kind, List.of()).forEach(p -> p.add(to, from)));
  }

  /** How many units there are. */
  int size() {
    return names.size();
  }

  /** All units, in the order in which they are gone through. */
  int[] order() {
    return order;
  }

  /** Where in that order the unit is. */
  int place(int unit) {
    return places[unit];
  }

  /** The unit's name. */
  String name(int unit) {
    return names.get(unit);
  }

  /** The number of the unit of that own name, which is in the graph. */
  int number(String name) {
    return numbers.get(name);
  }

  /** The number of the unit of that own name; empty where the graph has none. */
  OptionalInt find(String name) {
    var number = numbers.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The units to which the dependencies of that effect lead. */
  int[] others(int unit, Atom atom) {
    return others[atom.ordinal()][unit];
  }
}
