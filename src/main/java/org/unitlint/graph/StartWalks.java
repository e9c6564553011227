package org.unitlint.graph;

import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The walks that tell why units are started, each done once for all units. A walk that may not lead
 * through the unit that is asked about gives the same ways as the one that may, unless that led
 * through it.
 */
final class StartWalks {
  private final DependencyGraph graph;
  private final Starts starts;
  private Optional<Walk> pulls = Optional.empty();
  private Optional<Walk> demands = Optional.empty();
  private Optional<Walk> idle = Optional.empty();
  private Optional<TreeSet<String>> tops = Optional.empty();

  StartWalks(DependencyGraph graph, Starts starts) {
    this.graph = graph;
    this.starts = starts;
  }

  /** From the anchor over what pulls in, not through the unit. */
  Walk pulls(String unit) {
    synchronized (this) {
      if (pulls.isEmpty()) {
        pulls = Optional.of(pulls(u -> true));
      }
    }
    return leadsThrough(pulls.get(), unit) ? pulls(u -> !u.equals(unit)) : pulls.get();
  }

  private Walk pulls(Predicate<String> others) {
    return new Walk(graph, u -> starts.atOnce().contains(u) && others.test(u))
        .from(starts.first())
        .over(e -> e.kind().pullsIn());
  }

  /**
   * From the anchor over what pulls in, then over what starts later, not through the unit. Pulls
   * come first, so that a chain turns to what is asked for later as late as it can.
   */
  Walk demands(String unit) {
    synchronized (this) {
      if (demands.isEmpty()) {
        demands = Optional.of(demands(u -> true));
      }
    }
    return leadsThrough(demands.get(), unit) ? demands(u -> !u.equals(unit)) : demands.get();
  }

  private Walk demands(Predicate<String> others) {
    return new Walk(graph, u -> starts.isLoaded(u) && others.test(u))
        .from(starts.first())
        .over(e -> e.kind().pullsIn())
        .over(Starts::isStart);
  }

  /** From what nothing starts over what would start the others, not through the unit. */
  Walk idle(String unit) {
    synchronized (this) {
      if (idle.isEmpty()) {
        idle = Optional.of(idle(u -> true));
      }
    }
    return leadsThrough(idle.get(), unit) ? idle(u -> !u.equals(unit)) : idle.get();
  }

  private Walk idle(Predicate<String> others) {
    return new Walk(graph, u -> isIdle(u) && others.test(u)).from(tops()).over(Starts::isStart);
  }

  private boolean isIdle(String unit) {
    return starts.when(unit) == Starts.When.NEVER;
  }

  private synchronized TreeSet<String> tops() {
    if (tops.isEmpty()) {
      var found = new TreeSet<String>();
      for (String name : graph.units().keySet()) {
        boolean alone = !starts.isLoaded(name) || graph.in(name).noneMatch(Starts::isStart);
        if (alone && isIdle(name)) {
          found.add(name);
        }
      }
      tops = Optional.of(found);
    }
    return tops.get();
  }

  /** Whether the way to any unit that has an edge to this one leads through this one. */
  private boolean leadsThrough(Walk walk, String unit) {
    return graph.in(unit).map(Edge::from).distinct().anyMatch(u -> walk.leadsThrough(unit, u));
  }
}
