package org.unitlint.graph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.host.BusName;
import org.unitlint.host.LoadState;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/**
 * Why a unit is started with the anchor, later, or not at all.
 *
 * @param pulls one chain for each unit that is started and pulls it in, from the anchor on
 * @param demands one for each unit that starts it later, from the anchor on
 * @param busNames the names on the bus that start it
 * @param idle where nothing starts it, one for each unit that would, from one that nothing starts
 * @param needed a shortest chain to a unit that it needs and that cannot be started
 * @param named where there is no such unit, what names it, each as a chain of one link
 * @param missing the links that its [Install] section asks for and that are not there; where there
 *     is no such unit, links of others that would give them its name
 * @param conditions its conditions and assertions, which may keep it from starting
 * @param conflicts edges between it and units that are started with the anchor
 */
public record WhyStarted(
    DependencyGraph graph,
    Starts starts,
    Unit unit,
    List<Chain> pulls,
    List<Chain> demands,
    List<BusName> busNames,
    List<Chain> idle,
    Optional<Chain> needed,
    List<Chain> named,
    List<MissingLink> missing,
    List<Setting> conditions,
    List<Edge> conflicts) {

  /** The answer for the unit of that own name, which is in the graph. */
  public static WhyStarted of(DependencyGraph graph, Starts starts, String name) {
    Unit unit = graph.units().get(name);
    var demands = demands(starts, name);
    var busNames = starts.busNames(name);
    boolean idle = starts.when(name) == Starts.When.NEVER && demands.isEmpty();
    return new WhyStarted(
        graph,
        starts,
        unit,
        pulls(starts, name),
        demands,
        busNames,
        idle ? idle(graph, starts, name) : List.of(),
        unit.isLoaded() ? needed(graph, starts, name) : Optional.empty(),
        unit.state() == LoadState.NOT_FOUND ? named(graph, name) : List.of(),
        unit.state() == LoadState.NOT_FOUND
            ? starts.missingAliases(name)
            : MissingLink.of(graph.machine(), unit),
        conditions(unit),
        conflicts(graph, starts, name));
  }

  /** When it is started. */
  public Starts.When when() {
    return starts.when(name());
  }

  /** Its own name. */
  public String name() {
    return unit.name().toString();
  }

  /** Whether the anchor itself is asked about. */
  public boolean isAnchor() {
    return name().equals(starts.anchor());
  }

  private static List<Chain> pulls(Starts starts, String unit) {
    return starts.walks().pulls(unit).chainsTo(unit, e -> e.kind().pullsIn());
  }

  private static List<Chain> demands(Starts starts, String unit) {
    boolean atOnce = starts.atOnce().contains(unit);
    return starts
        .walks()
        .demands(unit)
        .chainsTo(unit, atOnce ? Starts::isDemand : Starts::isStart)
        .stream()
        .filter(c -> c.links().stream().anyMatch(l -> Starts.isDemand(l.edge())))
        .toList();
  }

  private static List<Chain> idle(DependencyGraph graph, Starts starts, String unit) {
    Predicate<String> others = u -> starts.when(u) == Starts.When.NEVER && !u.equals(unit);
    var walk = starts.walks().idle(unit);
    var rings =
        graph
            .in(unit)
            .filter(e -> Starts.isStart(e) && others.test(e.from()))
            .filter(e -> !walk.reached().contains(e.from()))
            .map(e -> Chain.of(List.of(e)));
    return Stream.concat(walk.chainsTo(unit, Starts::isStart).stream(), rings).toList();
  }

  private static Optional<Chain> needed(DependencyGraph graph, Starts starts, String unit) {
    var walk = new Walk(graph, starts::isLoaded).from(List.of(unit)).over(e -> e.kind().needs());
    return walk.reached().stream()
        .filter(u -> !starts.isLoaded(u) && isCertain(graph, u))
        .filter(u -> !graph.machine().generated(graph.units().get(u).name()))
        .findFirst()
        .map(u -> Chain.of(walk.way(u)));
  }

  /** Whether the unit is there, or there is none in the whole machine. */
  private static boolean isCertain(DependencyGraph graph, String unit) {
    return graph.machine().setup().whole()
        || graph.units().get(unit).state() != LoadState.NOT_FOUND;
  }

  private static List<Chain> named(DependencyGraph graph, String unit) {
    return Stream.concat(
            graph.in(unit).map(e -> new Link(e, true)),
            graph.out(unit).map(e -> new Link(e, false)))
        .map(l -> new Chain(List.of(l)))
        .sorted(Chain.ORDER)
        .toList();
  }

  private static List<Setting> conditions(Unit unit) {
    return unit.settings().all().stream()
        .filter(unit.settings()::counts)
        .filter(s -> s.section().equals("Unit") && isCondition(s.name()))
        .toList();
  }

  private static boolean isCondition(String directive) {
    String name = directive.toLowerCase(Locale.ROOT);
    return name.startsWith("condition") || name.startsWith("assert");
  }

  private static List<Edge> conflicts(DependencyGraph graph, Starts starts, String unit) {
    return Stream.concat(graph.out(unit), graph.in(unit))
        .filter(e -> e.kind() == Dependency.CONFLICTS)
        .filter(e -> starts.atOnce().contains(e.other(unit)))
        .sorted(Edge.ORDER)
        .toList();
  }
}
