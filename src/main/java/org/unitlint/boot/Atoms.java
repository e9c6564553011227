package org.unitlint.boot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
    ON_FAILURE(Dependency.ON_FAILURE);

    private final List<Dependency> dependencies;

    Atom(Dependency... dependencies) {
      this.dependencies = List.of(dependencies);
    }
  }

  private static final int[] NONE = {};

  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[][][] others;

  /** The order in which the units are gone through. */
  private final int[] order;

  private Atoms(List<String> names, int[][][] others, int[] order) {
    this.names = names;
    this.others = others;
    this.order = order;
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
  }

  private static Atoms empty(List<String> names) {
    int[] byName = IntStream.range(0, names.size()).toArray();
    return new Atoms(names, new int[Atom.values().length][names.size()][], byName);
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
    int[] ranks = new int[shuffled.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[shuffled[i]] = i;
    }
    return new Atoms(names, ranked(ranks), shuffled);
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
    return new Atoms(names, left, order);
  }

  private static void remove(int[][] lists, int unit, int other) {
    lists[unit] = Arrays.stream(lists[unit]).filter(u -> u != other).toArray();
  }

  private int[][][] ranked(int[] ranks) {
    int[][][] ranked = new int[others.length][ranks.length][];
    for (int atom = 0; atom < others.length; atom++) {
      for (int unit = 0; unit < ranks.length; unit++) {
        int[] list = others[atom][unit];
        ranked[atom][unit] =
            list.length < 2
                ? list
                : Arrays.stream(list)
                    .boxed()
                    .sorted(Comparator.comparingInt(u -> ranks[u]))
                    .mapToInt(u -> u)
                    .toArray();
      }
    }
    return ranked;
  }

  /** Those of all units of the graph, as far as they count for the request. */
  static Atoms of(DependencyGraph graph, Request request) {
    var atoms = of(graph);
    return request.unordered().isEmpty() ? atoms : atoms.without(request.unordered());
  }

  /** Those of all units of the graph. */
  static Atoms of(DependencyGraph graph) {
    var atoms = empty(List.copyOf(graph.units().keySet()));
    var byKind = new HashMap<Dependency, List<Atom>>();
    for (Atom atom : Atom.values()) {
      atom.dependencies.forEach(d -> byKind.computeIfAbsent(d, k -> new ArrayList<>()).add(atom));
    }
    int[][] counts = new int[Atom.values().length][atoms.size()];
    for (int unit = 0; unit < atoms.size(); unit++) {
      atoms.read(graph, unit, byKind, counts);
    }
    atoms.trim(counts);
    return atoms;
  }

  private void read(
      DependencyGraph graph, int unit, Map<Dependency, List<Atom>> byKind, int[][] counts) {
    String name = names.get(unit);
    graph.out(name).forEach(e -> add(unit, e, e.kind(), byKind, counts));
    graph
        .in(name)
        .forEach(e -> e.kind().inverse().ifPresent(kind -> add(unit, e, kind, byKind, counts)));
  }

  private void add(
      int unit, Edge edge, Dependency kind, Map<Dependency, List<Atom>> byKind, int[][] counts) {
    int other = numbers.get(edge.other(names.get(unit)));
    for (Atom atom : byKind.getOrDefault(kind, List.of())) {
      int[] known = others[atom.ordinal()][unit];
      int count = counts[atom.ordinal()][unit]++;
      if (known == null || count == known.length) {
        known = known == null ? new int[4] : Arrays.copyOf(known, count * 2);
        others[atom.ordinal()][unit] = known;
      }
      known[count] = other;
    }
  }

  /** Brings each list in order, every unit once. */
  private void trim(int[][] counts) {
    for (Atom atom : Atom.values()) {
      int[][] lists = others[atom.ordinal()];
      for (int unit = 0; unit < lists.length; unit++) {
        lists[unit] =
            lists[unit] == null
                ? NONE
                : Arrays.stream(lists[unit], 0, counts[atom.ordinal()][unit])
                    .sorted()
                    .distinct()
                    .toArray();
      }
    }
  }

  /** How many units there are. */
  int size() {
    return names.size();
  }

  /** All units, in the order in which they are gone through. */
  int[] order() {
    return order;
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
