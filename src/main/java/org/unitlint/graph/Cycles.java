package org.unitlint.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Unit;

/**
 * Finds the ordering cycles among the units of a graph: of each knot of units that wait for each
 * other so many short cycles that without the edges to blame no unit waits for itself. Cycles that
 * the default target runs into come first, then those of other targets that may be isolated, then
 * those of other units, then those that nothing starts as a whole.
 *
 * <p>Two units of which one conflicts with the other are not ordered when they start: one of the
 * two is stopped, and a stop goes before a start whatever their order says.
 */
public final class Cycles {
  private static final Set<String> PERPETUAL =
      Set.of(
          Declarations.ROOT_SLICE,
          Declarations.SYSTEM_SLICE,
          Declarations.INIT_SCOPE,
          Declarations.ROOT_MOUNT);
  private static final List<String> FIRST =
      List.of("default.target", "rescue.target", "emergency.target");

  /** More would not be read. */
  private static final int MOST = 1000;

  /** Knots of more units are not looked at from each of them. */
  private static final int MOST_MEMBERS = 100;

  /** How many edges may be looked at for one of the first cycles, and how many those are. */
  private static final int EFFORT = 2_000_000;

  private static final int MANY = 20;

  private final DependencyGraph graph;
  private final List<Cycle> found = new ArrayList<>();
  private final Map<String, StartJobs> jobs = new HashMap<>();

  /** The targets that a machine may be brought to, the default one first. */
  private final List<String> anchors;

  private Cycles(DependencyGraph graph) {
    this.graph = graph;
    this.anchors = anchors(graph);
  }

  /** The cycles of all units of the graph; at most a thousand. */
  public static List<Cycle> of(DependencyGraph graph) {
    var cycles = new Cycles(graph);
    var startable =
        graph.units().values().stream()
            .filter(Unit::isLoaded)
            .map(u -> u.name().toString())
            .filter(n -> !PERPETUAL.contains(n))
            .toList();
    for (var knot : knots(graph, startable)) {
      cycles.untie(knot);
    }
    cycles.found.sort(Comparator.comparingInt(cycles::rank));
    return List.copyOf(cycles.found);
  }

  /** The cycles among the units that starting that one starts; the name is its own. */
  public static List<Cycle> of(DependencyGraph graph, String anchor) {
    var cycles = new Cycles(graph);
    var jobs = cycles.jobs(anchor);
    var startable =
        graph.units().keySet().stream()
            .filter(u -> jobs.contains(u) && !PERPETUAL.contains(u))
            .toList();
    for (var knot : knots(graph, startable)) {
      cycles.untie(Waits.among(graph, knot), jobs);
    }
    return List.copyOf(cycles.found);
  }

  private static List<List<String>> knots(DependencyGraph graph, Collection<String> units) {
    var waits = Waits.among(graph, units);
    return waits.knots(waits.only(u -> true)).stream().map(waits::names).toList();
  }

  /** The default target, the other targets that may be isolated, other units, none. */
  private int rank(Cycle cycle) {
    int at = cycle.anchor().map(anchors::indexOf).orElse(anchors.size() + 1);
    return at < 0 ? anchors.size() : at;
  }

  private StartJobs jobs(String anchor) {
    return jobs.computeIfAbsent(anchor, a -> StartJobs.of(graph, a));
  }

  private static List<String> anchors(DependencyGraph graph) {
    var anchors = new ArrayList<String>();
    FIRST.stream()
        .flatMap(n -> graph.unit(n).stream())
        .filter(Unit::isLoaded)
        .map(u -> u.name().toString())
        .forEach(anchors::add);
    graph.units().values().stream()
        .filter(u -> u.isLoaded() && u.name().type() == UnitType.TARGET)
        .filter(u -> u.flag("Unit", "AllowIsolate", false))
        .map(u -> u.name().toString())
        .forEach(anchors::add);
    return anchors.stream().distinct().toList();
  }

  private void untie(List<String> knot) {
    var waits = Waits.among(graph, knot);
    var all = waits.only(u -> true);
    var starts = new ArrayList<>(anchors);
    if (knot.size() <= MOST_MEMBERS) {
      starts.addAll(knot);
    }
    for (String anchor : starts) {
      if (waits.knots(all).isEmpty()) {
        return;
      }
      untie(waits, jobs(anchor));
    }
    untie(waits, all, all, Optional.empty());
  }

  /** First the cycles that cannot be broken, which shorter ones might hide. */
  private void untie(Waits waits, StartJobs together) {
    var started = waits.only(together::contains);
    untie(waits, waits.only(together::matters), started, Optional.of(together));
    untie(waits, started, started, Optional.of(together));
  }

  /**
   * Explains a short cycle, cuts the edge to blame, and so on until none is left.
   *
   * @param all the units that are started with those within
   */
  private void untie(Waits waits, BitSet within, BitSet all, Optional<StartJobs> together) {
    var open = new ArrayDeque<>(waits.knots(within));
    boolean part = !within.equals(all);
    while (!open.isEmpty() && found.size() < MOST) {
      var knot = open.remove();
      var path = firstNameFirst(waits.shortestCycle(knot, effort()));
      var blame = blame(path, waits, knot);
      var freed = part ? around(knot, waits.knots(all)) : (BitSet) knot.clone();
      waits.cut(blame.edge());
      var left = waits.knots(knot);
      (part ? waits.knots(freed) : left).forEach(freed::andNot);
      found.add(explained(path, blame, waits, waits.names(freed), together));
      open.addAll(left);
    }
  }

  /** Where there are many cycles each gets less. */
  private int effort() {
    return EFFORT / (1 + found.size() / MANY);
  }

  private static List<Edge> firstNameFirst(List<Edge> path) {
    int first = 0;
    for (int i = 1; i < path.size(); i++) {
      first = path.get(i).from().compareTo(path.get(first).from()) < 0 ? i : first;
    }
    return Cycle.turned(path, first);
  }

  private CyclePattern.Verdict blame(List<Edge> path, Waits waits, BitSet knot) {
    boolean cheap = waits.edgesOf(knot) < effort() / path.size();
    return CyclePatterns.judge(
        new Ring(graph, path, e -> cheap ? waits.knottedWithout(knot, e) : 0));
  }

  /** The one of the wider knots that holds the knot. */
  private static BitSet around(BitSet knot, List<BitSet> wider) {
    return wider.stream().filter(w -> w.intersects(knot)).findFirst().orElse(knot);
  }

  /** The cycle, with the other units that are in none any more without the edge to blame. */
  private Cycle explained(
      List<Edge> path,
      CyclePattern.Verdict blame,
      Waits waits,
      List<String> freed,
      Optional<StartJobs> together) {
    var members = path.stream().map(Edge::from).toList();
    var jobs = together.or(() -> common(members)).filter(j -> !waits.exclude(members));
    Predicate<String> mayGo = u -> jobs.isPresent() && jobs.get().mayGo(u);
    return new Cycle(
        path,
        jobs.map(StartJobs::anchor),
        members.stream()
            .filter(mayGo)
            .sorted()
            .map(m -> new Cycle.Candidate(m, jobs.get().lostWith(m)))
            .toList(),
        freed.stream().filter(mayGo.and(u -> !members.contains(u))).toList(),
        blame.edge(),
        blame.pattern(),
        blame.advice());
  }

  /** The nearest unit that pulls in all of them. */
  private Optional<StartJobs> common(List<String> members) {
    var sums = new TreeMap<String, Integer>();
    var counts = new HashMap<String, Integer>();
    for (String member : members) {
      distances(member)
          .forEach(
              (unit, distance) -> {
                sums.merge(unit, distance, Integer::sum);
                counts.merge(unit, 1, Integer::sum);
              });
    }
    return sums.entrySet().stream()
        .filter(e -> counts.get(e.getKey()) == members.size())
        .min(Comparator.comparingInt(Map.Entry::getValue))
        .map(e -> jobs(e.getKey()));
  }

  /** The units that pull the unit in, with the number of steps. */
  private Map<String, Integer> distances(String unit) {
    var distances = new HashMap<String, Integer>(Map.of(unit, 0));
    var queue = new ArrayDeque<String>(List.of(unit));
    while (!queue.isEmpty()) {
      String at = queue.remove();
      for (Edge edge : graph.graph().incomingEdgesOf(at)) {
        boolean loaded = graph.units().get(edge.from()).isLoaded();
        if (loaded && edge.kind().pullsIn() && !distances.containsKey(edge.from())) {
          distances.put(edge.from(), distances.get(at) + 1);
          queue.add(edge.from());
        }
      }
    }
    return distances;
  }
}
