package org.unitlint.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for chains over some of the edges, along their directions. Each chain takes time in
 * proportion to the graph; the same graph gives the same chains, whatever the order in which it was
 * made.
 */
public final class Chains {
  private final DependencyGraph graph;
  private final Predicate<Edge> edges;
  private final Predicate<String> through;

  /**
   * Chains over those edges.
   *
   * @param through the units that may stand between the ends of a chain
   */
  public Chains(DependencyGraph graph, Predicate<Edge> edges, Predicate<String> through) {
    this.graph = graph;
    this.edges = edges;
    this.through = through;
  }

  /** A shortest chain from one unit to another, of several the first by name. */
  public Optional<Chain> shortest(String from, String to) {
    return shortest(from, to, Set.of());
  }

  private Optional<Chain> shortest(String from, String to, Set<Edge> used) {
    var walk =
        new Walk(graph, u -> u.equals(from) || !u.equals(to) && through.test(u))
            .from(List.of(from))
            .over(e -> edges.test(e) && !used.contains(e));
    return from.equals(to) || !walk.reached().contains(to)
        ? Optional.empty()
        : Optional.of(Chain.of(walk.way(to)));
  }

  /**
   * Chains that share no edge: a shortest one, then a shortest one over what is left, and so on.
   *
   * @param most how many at the utmost
   */
  public List<Chain> distinct(String from, String to, int most) {
    var found = new ArrayList<Chain>();
    var used = new HashSet<Edge>();
    while (found.size() < most) {
      var chain = shortest(from, to, used);
      if (chain.isEmpty()) {
        break;
      }
      found.add(chain.get());
      chain.get().links().forEach(l -> used.add(l.edge()));
    }
    return found;
  }
}
