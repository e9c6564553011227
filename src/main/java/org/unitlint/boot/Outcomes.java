package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.unitlint.boot.Decision.Step;
import org.unitlint.graph.DependencyGraph;

/**
 * What systemd may come to where the order of its hash tables decides.
 *
 * @param plan the one where it goes by name
 * @param others plans with other jobs, each set of jobs once; as many as were looked for
 * @param cycles all cycles that were met on the way to any of them, each once, those of the plan
 *     first
 */
public record Outcomes(Plan plan, List<Plan> others, List<BrokenCycle> cycles) {
  private static final int MOST_PICKS = 200;
  private static final int ORDERS = 12;

  /**
   * How many units may be looked at in all, in each plan once more for each of its cycles; at least
   * one other order is tried.
   */
  private static final int EFFORT = 200_000;

  public Outcomes {
    others = List.copyOf(others);
    cycles = List.copyOf(cycles);
  }

  /** What may become of the request. */
  public static Outcomes of(DependencyGraph graph, Request request) {
    return of(graph, Atoms.of(graph, request), request);
  }

  static Outcomes of(DependencyGraph graph, Atoms atoms, Request request) {
    var made = Transaction.made(graph, atoms, request, new int[0]);
    var plan = Plan.of(graph, atoms, request, made);
    var found = new LinkedHashMap<SortedMap<String, JobType>, Plan>(Map.of(plan.jobs(), plan));
    var cycles = new LinkedHashMap<Set<JobName>, BrokenCycle>();
    plan.cycles().forEach(c -> cycles.putIfAbsent(Set.copyOf(c.path()), c));
    if (made.isInPart() || isChance(plan)) {
      int most = Math.max(1, EFFORT / Math.max(1, atoms.size()) / (1 + plan.cycles().size()));
      for (Plan other : others(graph, atoms, plan, most)) {
        found.putIfAbsent(other.jobs(), other);
        other.cycles().forEach(c -> cycles.putIfAbsent(Set.copyOf(c.path()), c));
      }
    }
    found.remove(plan.jobs());
    return new Outcomes(plan, List.copyOf(found.values()), List.copyOf(cycles.values()));
  }

  /** Whether anything was decided that need not have come so. */
  private static boolean isChance(Plan plan) {
    return !plan.cycles().isEmpty()
        || plan.decisions().stream().anyMatch(d -> d.step() == Step.MERGE_JOBS);
  }

  private static List<Plan> others(DependencyGraph graph, Atoms atoms, Plan plan, int most) {
    var found = new ArrayList<Plan>();
    var seen = new HashSet<List<Integer>>();
    var open = new ArrayDeque<int[]>();
    addPicks(plan, new int[0], open);
    while (!open.isEmpty() && found.size() < Math.min(MOST_PICKS, most)) {
      int[] picks = open.remove();
      if (seen.add(Arrays.stream(picks).boxed().toList())) {
        var other = Plan.of(graph, atoms, plan.request(), picks);
        found.add(other);
        addPicks(other, picks, open);
      }
    }
    int orders = Math.max(1, Math.min(ORDERS, (most - found.size() + 1) / 2));
    found.addAll(
        IntStream.rangeClosed(1, orders)
            .parallel()
            .mapToObj(o -> Plan.of(graph, atoms.shuffled(o), plan.request(), new int[0]))
            .toList());
    return found;
  }

  /** Other picks for the cycles that came after those that were picked for. */
  private static void addPicks(Plan plan, int[] picks, ArrayDeque<int[]> open) {
    for (int cycle = picks.length; cycle < plan.cycles().size(); cycle++) {
      for (int pick = 1; pick < plan.cycles().get(cycle).candidates().size(); pick++) {
        int[] more = Arrays.copyOf(picks, cycle + 1);
        more[cycle] = pick;
        open.add(more);
      }
    }
  }

  /** The units whose jobs may go to break a cycle, in any of the outcomes. */
  public Set<String> candidates() {
    var units = new TreeSet<String>();
    cycles.forEach(c -> c.candidates().forEach(j -> units.add(j.unit())));
    return units;
  }
}
