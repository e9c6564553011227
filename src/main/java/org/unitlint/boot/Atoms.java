package org.unitlint.boot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    TRIGGERED_BY(Dependency.TRIGGERED_BY);

    private final List<Dependency> dependencies;

    Atom(Dependency... dependencies) {
      this.dependencies = List.of(dependencies);
    }
  }

  private static final int[] NONE = {};

  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[][][] others;

  private Atoms(List<String> names) {
    this.names = names;
    this.others = new int[Atom.values().length][names.size()][];
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
  }

  /** Those of all units of the graph. */
  static Atoms of(DependencyGraph graph) {
    var atoms = new Atoms(List.copyOf(graph.units().keySet()));
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

  /** The unit's name. */
  String name(int unit) {
    return names.get(unit);
  }

  /** The number of the unit of that own name, which is in the graph. */
  int number(String name) {
    return numbers.get(name);
  }

  /** The units at which the dependencies of that effect lead, by name. */
  int[] others(int unit, Atom atom) {
    return others[atom.ordinal()][unit];
  }
}
