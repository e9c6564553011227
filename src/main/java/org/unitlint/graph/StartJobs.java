package org.unitlint.graph;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.unitlint.host.Unit;

/**
 * The jobs that starting one unit asks for, as far as they are ordered: those that start a unit,
 * and those that see whether a requisite one is started. What conflicts drop is not considered.
 */
final class StartJobs {
  private final DependencyGraph graph;
  private final String anchor;
  private final Set<String> units = new HashSet<>();
  private final Set<String> mattering = new HashSet<>();

  private StartJobs(DependencyGraph graph, String anchor) {
    this.graph = graph;
    this.anchor = anchor;
  }

  /** The jobs for the unit of that own name; none if it cannot be loaded. */
  static StartJobs of(DependencyGraph graph, String anchor) {
    var jobs = new StartJobs(graph, anchor);
    if (isLoaded(graph, anchor)) {
      jobs.units.addAll(jobs.reached(unit -> true));
      jobs.walkMattering();
    }
    return jobs;
  }

  private static boolean isLoaded(DependencyGraph graph, String unit) {
    return Optional.ofNullable(graph.units().get(unit)).filter(Unit::isLoaded).isPresent();
  }

  /** The units with a job that the anchor asks for, through units that may have one. */
  private Set<String> reached(Predicate<String> mayHave) {
    var reached = new HashSet<String>(Set.of(anchor));
    var checked = new HashSet<String>();
    var queue = new ArrayDeque<String>(reached);
    while (!queue.isEmpty()) {
      for (Edge edge : graph.graph().outgoingEdgesOf(queue.remove())) {
        String unit = edge.to();
        boolean pulls = edge.kind().pullsIn() && !reached.contains(unit);
        if (!pulls && edge.kind() != Dependency.REQUISITE
            || !isLoaded(graph, unit)
            || !mayHave.test(unit)) {
          continue;
        }
        if (pulls) {
          reached.add(unit);
          queue.add(unit);
        } else {
          checked.add(unit);
        }
      }
    }
    reached.addAll(checked);
    return reached;
  }

  /** A job that only sees whether its unit is started needs nothing itself. */
  private void walkMattering() {
    var started = new HashSet<String>(Set.of(anchor));
    var queue = new ArrayDeque<String>(started);
    while (!queue.isEmpty()) {
      for (Edge edge : graph.graph().outgoingEdgesOf(queue.remove())) {
        if (!edge.kind().needs() || !units.contains(edge.to())) {
          continue;
        }
        if (edge.kind() == Dependency.REQUISITE) {
          mattering.add(edge.to());
        } else if (started.add(edge.to())) {
          queue.add(edge.to());
        }
      }
    }
    mattering.addAll(started);
  }

  /** The unit that is to be started. */
  String anchor() {
    return anchor;
  }

  /** Whether the unit of that own name has a job. */
  boolean contains(String unit) {
    return units.contains(unit);
  }

  /** Whether the anchor's job fails without the unit's, so that systemd never drops that. */
  boolean matters(String unit) {
    return mattering.contains(unit);
  }

  /** Whether the unit has a job that systemd may drop. */
  boolean mayGo(String unit) {
    return contains(unit) && !matters(unit);
  }

  /**
   * The units that lose their jobs when that unit does: itself, all that require it, and, unless
   * everything else is stopped for the anchor, what then nobody pulls in any more.
   */
  SortedSet<String> lostWith(String unit) {
    var lost = new TreeSet<String>(Set.of(unit));
    var queue = new ArrayDeque<String>(lost);
    while (!queue.isEmpty()) {
      for (Edge edge : graph.graph().incomingEdgesOf(queue.remove())) {
        if (edge.kind().needs() && units.contains(edge.from()) && lost.add(edge.from())) {
          queue.add(edge.from());
        }
      }
    }
    if (!graph.units().get(anchor).flag("Unit", "AllowIsolate", false)) {
      var left = reached(u -> !lost.contains(u));
      units.stream().filter(u -> !left.contains(u)).forEach(lost::add);
    }
    return lost;
  }
}
