package org.unitlint.boot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.graph.DependencyGraph;

/**
 * What systemd does when it is asked for one job: the jobs that it runs, and what it throws out.
 *
 * @param anchor the unit in question, by its own name
 * @param refusal why it does nothing at all; empty where it goes ahead
 * @param jobs what it runs, by unit; none where it does nothing
 * @param cycles the ordering cycles that it met, in the order of meeting
 * @param decisions the jobs that went, in the order of going
 */
public record Plan(
    DependencyGraph graph,
    String anchor,
    JobMode mode,
    Optional<String> refusal,
    SortedMap<String, JobType> jobs,
    List<BrokenCycle> cycles,
    List<Decision> decisions) {
  public Plan {
    jobs = Collections.unmodifiableSortedMap(new TreeMap<>(jobs));
    cycles = List.copyOf(cycles);
    decisions = List.copyOf(decisions);
  }

  /**
   * The plan for that job.
   *
   * @param active the units that are active before, by their own names, besides those that always
   *     are
   */
  public static Plan of(
      DependencyGraph graph, String anchor, JobType type, JobMode mode, Set<String> active) {
    var atoms = Atoms.of(graph);
    var states = UnitStates.of(graph, active);
    int version = graph.machine().setup().version();
    var transaction = new Transaction(atoms, states, mode, version);
    transaction.make(type, atoms.number(anchor));
    var jobs = new TreeMap<String, JobType>();
    transaction.jobs().forEach((unit, job) -> jobs.put(unit, job.type));
    return new Plan(
        graph,
        anchor,
        mode,
        transaction.refusal(),
        jobs,
        transaction.cycles(),
        new ArrayList<>(transaction.decisions()));
  }

  /**
   * The plan of a boot into the unit: it is isolated where it allows that; where it cannot be
   * started at all systemd starts rescue.target instead.
   */
  public static Plan boot(DependencyGraph graph, String target) {
    var states = UnitStates.of(graph, Set.of());
    var atoms = Atoms.of(graph);
    for (String unit : List.of(target, "rescue.target")) {
      var own = graph.unit(unit).map(u -> u.name().toString());
      if (own.isPresent() && states.problem(atoms.number(own.get())).isEmpty()) {
        boolean isolate = states.allowsIsolate(atoms.number(own.get()));
        return of(
            graph, own.get(), JobType.START, isolate ? JobMode.ISOLATE : JobMode.REPLACE, Set.of());
      }
    }
    return new Plan(
        graph,
        target,
        JobMode.REPLACE,
        Optional.of("neither `" + target + "` nor `rescue.target` can be started"),
        new TreeMap<>(),
        List.of(),
        List.of());
  }
}
