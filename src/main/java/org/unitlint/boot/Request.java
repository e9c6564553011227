package org.unitlint.boot;

import java.util.Optional;
import java.util.Set;
import org.unitlint.graph.DependencyGraph;

/**
 * What the manager is asked for.
 *
 * @param anchor the unit in question, by its own name
 * @param active the units that are active before, by their own names, besides those that always are
 * @param without units to leave out, with what only they ask for
 * @param deleted units whose jobs are known to have been deleted; what they asked for stays
 * @param unordered pairs of units whose order does not count
 * @param kept units that stay even if only what is left out asks for them
 */
public record Request(
    String anchor,
    JobType type,
    JobMode mode,
    Set<String> active,
    Set<String> without,
    Set<String> deleted,
    Set<Unordered> unordered,
    Set<String> kept) {
  public Request {
    active = Set.copyOf(active);
    without = Set.copyOf(without);
    deleted = Set.copyOf(deleted);
    unordered = Set.copyOf(unordered);
    kept = Set.copyOf(kept);
  }

  /** A job for the unit on a machine where nothing runs. */
  public static Request of(String anchor, JobType type, JobMode mode) {
    return new Request(anchor, type, mode, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
  }

  /**
   * A boot into the unit: it is isolated where it allows that; where it cannot be started at all
   * systemd starts {@code rescue.target} instead. Empty where that cannot be started either.
   */
  public static Optional<Request> boot(DependencyGraph graph, String target) {
    return boot(graph, target, Set.of());
  }

  /** As {@link #boot(DependencyGraph, String)}, where those units are active before. */
  public static Optional<Request> boot(DependencyGraph graph, String target, Set<String> active) {
    return into(graph, target, active).or(() -> into(graph, "rescue.target", active));
  }

  /** The same, and nothing else instead; empty where the unit cannot be started. */
  public static Optional<Request> into(DependencyGraph graph, String target, Set<String> active) {
    var unit = graph.unit(target).filter(u -> UnitStates.problem(u).isEmpty());
    var mode =
        unit.filter(UnitStates::allowsIsolate).isPresent() ? JobMode.ISOLATE : JobMode.REPLACE;
    return unit.map(u -> of(u.toString(), JobType.START, mode).after(active));
  }

  /** The same where those units are active before. */
  public Request after(Set<String> units) {
    return new Request(anchor, type, mode, units, without, deleted, unordered, kept);
  }

  /** The same without those units, but with what is kept. */
  public Request without(Set<String> units, Set<String> kept) {
    return new Request(anchor, type, mode, active, units, deleted, unordered, kept);
  }

  /** The same with those jobs deleted. */
  public Request deleting(Set<String> units) {
    return new Request(anchor, type, mode, active, without, units, unordered, kept);
  }

  /** The same where the order of those pairs does not count. */
  public Request unordering(Set<Unordered> pairs) {
    return new Request(anchor, type, mode, active, without, deleted, pairs, kept);
  }
}
