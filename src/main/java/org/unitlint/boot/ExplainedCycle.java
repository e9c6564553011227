package org.unitlint.boot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.graph.Cycles;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;

/**
 * A cycle with what it is made of.
 *
 * @param edges for each job of the path the order by which it waits for the next
 * @param advice what to do about it
 * @param met whether it is met in the plan; else only where systemd chooses otherwise before
 */
public record ExplainedCycle(BrokenCycle cycle, List<Edge> edges, String advice, boolean met) {
  /** So many in the cycles of all outcomes are untied. */
  private static final int MOST_JOBS = 20_000;

  private static final String PLAIN = "take away one of these orderings";

  public ExplainedCycle {
    edges = List.copyOf(edges);
  }

  /** All cycles of the outcomes. */
  static List<ExplainedCycle> of(Plan plan, Outcomes outcomes) {
    var all = new ArrayList<ExplainedCycle>();
    var own = Set.copyOf(plan.cycles());
    var broken = new ArrayList<>(plan.cycles());
    outcomes.cycles().stream().filter(c -> !own.contains(c)).forEach(broken::add);
    var known =
        new KnownCycles(isMuch(broken) ? List.of() : Cycles.of(plan.graph(), plan.anchor()));
    var seen = new HashSet<List<String>>();
    for (BrokenCycle cycle : broken) {
      boolean met = own.contains(cycle);
      if (met || seen.add(sorted(cycle))) {
        seen.add(sorted(cycle));
        var edges = edges(plan.graph(), cycle);
        all.add(new ExplainedCycle(cycle, edges, known.advice(edges).orElse(PLAIN), met));
      }
    }
    return all;
  }

  private static List<String> sorted(BrokenCycle cycle) {
    return cycle.path().stream().map(JobName::toString).sorted().toList();
  }

  private static List<Edge> edges(DependencyGraph graph, BrokenCycle cycle) {
    var edges = new ArrayList<Edge>();
    var path = cycle.path();
    for (int i = 0; i < path.size(); i++) {
      String from = path.get(i).unit();
      String to = path.get((i + 1) % path.size()).unit();
      Stream.of(graph.edge(from, Dependency.AFTER, to), graph.edge(to, Dependency.AFTER, from))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(edges::add);
    }
    return edges;
  }

  /** Whether they are none, or so many that to untie them would take long. */
  private static boolean isMuch(List<BrokenCycle> cycles) {
    int jobs = cycles.stream().mapToInt(c -> c.path().size()).sum();
    return jobs == 0 || jobs > MOST_JOBS;
  }
}
