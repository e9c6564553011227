package org.unitlint.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.host.Unit;

/**
 * How two units stand to each other: which waits for which, and which pulls in which.
 *
 * @param after chains by which the unit waits for the other
 * @param before chains by which the other waits for the unit
 * @param pulls a chain by which the unit pulls in the other; of requirements only, if there is one
 * @param pulledBy a chain by which the other pulls in the unit
 * @param ties what else lies directly between them
 */
public record WhyOrdered(
    DependencyGraph graph,
    Starts starts,
    Unit unit,
    Unit other,
    List<Chain> after,
    List<Chain> before,
    Optional<Chain> pulls,
    Optional<Chain> pulledBy,
    List<Link> ties) {
  private static final int MOST = 100;
  private static final Set<Dependency> SAID =
      Set.of(
          Dependency.AFTER,
          Dependency.REQUIRES,
          Dependency.REQUISITE,
          Dependency.WANTS,
          Dependency.BINDS_TO,
          Dependency.UPHOLDS);

  /** The answer for two different units of the graph, by their own names. */
  public static WhyOrdered of(DependencyGraph graph, Starts starts, String unit, String other) {
    return new WhyOrdered(
        graph,
        starts,
        graph.units().get(unit),
        graph.units().get(other),
        orders(graph, starts, unit, other),
        orders(graph, starts, other, unit).stream().map(Chain::reversed).toList(),
        pulls(graph, starts, unit, other),
        pulls(graph, starts, other, unit),
        ties(graph, unit, other));
  }

  /** Its own name. */
  public String name() {
    return unit.name().toString();
  }

  /** The other's own name. */
  public String otherName() {
    return other.name().toString();
  }

  /**
   * Only jobs are ordered, so a unit in the middle counts only if it is started too; chains over
   * others are looked for only where there is no such chain. What always runs never has a job.
   */
  private static List<Chain> orders(
      DependencyGraph graph, Starts starts, String unit, String other) {
    Predicate<String> jobs = u -> !starts.isAlwaysThere(u);
    Predicate<Edge> after = e -> e.kind() == Dependency.AFTER;
    var sure =
        new Chains(graph, after, jobs.and(starts.atOnce()::contains)).distinct(unit, other, MOST);
    return sure.isEmpty() || !starts.isKnown()
        ? new Chains(graph, after, jobs.and(starts::isLoaded)).distinct(unit, other, MOST)
        : sure;
  }

  private static Optional<Chain> pulls(
      DependencyGraph graph, Starts starts, String unit, String other) {
    return new Chains(graph, e -> e.kind().needs(), starts::isLoaded)
        .shortest(unit, other)
        .or(
            () ->
                new Chains(graph, e -> e.kind().pullsIn(), starts::isLoaded).shortest(unit, other));
  }

  private static List<Link> ties(DependencyGraph graph, String unit, String other) {
    return Stream.concat(
            graph.out(unit).filter(e -> e.to().equals(other)).map(e -> new Link(e, true)),
            graph.in(unit).filter(e -> e.from().equals(other)).map(e -> new Link(e, false)))
        .filter(l -> !SAID.contains(l.edge().kind()))
        .toList();
  }

  /** The units in the middle of the chain which are known not to be started with the anchor. */
  public SortedSet<String> absent(Chain chain) {
    var absent = new TreeSet<>(chain.middle());
    absent.removeIf(u -> !starts.isKnown() || starts.atOnce().contains(u));
    return absent;
  }

  /** Whether one of the chains holds with what is started with the anchor. */
  public boolean holds(List<Chain> chains) {
    return chains.stream().anyMatch(c -> absent(c).isEmpty());
  }

  /** Whether each waits for the other. */
  public boolean isCycle() {
    return holds(after) && holds(before);
  }
}
