package org.unitlint.boot;

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
 * @param request what was asked
 * @param refusal why it does nothing at all; empty where it goes ahead
 * @param jobs what it runs, by unit; none where it does nothing
 * @param cycles the ordering cycles that it met, in the order of meeting
 * @param decisions the jobs that went, in the order of going
 */
public record Plan(
    DependencyGraph graph,
    Request request,
    Optional<String> refusal,
    SortedMap<String, JobType> jobs,
    List<BrokenCycle> cycles,
    List<Decision> decisions) {
  public Plan {
    jobs = Collections.unmodifiableSortedMap(new TreeMap<>(jobs));
    cycles = List.copyOf(cycles);
    decisions = List.copyOf(decisions);
  }

  /** The plan for what is asked, where what the hash tables of systemd decide goes by name. */
  public static Plan of(DependencyGraph graph, Request request) {
    return of(graph, Atoms.of(graph, request), request, new int[0]);
  }

  /**
   * The plan for that job.
   *
   * @param active the units that are active before, by their own names, besides those that always
   *     are
   */
  public static Plan of(
      DependencyGraph graph, String anchor, JobType type, JobMode mode, Set<String> active) {
    return of(graph, Request.of(anchor, type, mode).after(active));
  }

  static Plan of(DependencyGraph graph, Atoms atoms, Request request, int[] picks) {
    return of(graph, atoms, request, Transaction.made(graph, atoms, request, picks));
  }

  /** What has come of the transaction. */
  static Plan of(DependencyGraph graph, Atoms atoms, Request request, Transaction made) {
    var jobs = new TreeMap<String, JobType>();
    made.jobs().forEach((unit, type) -> jobs.put(atoms.name(unit), type));
    return new Plan(graph, request, made.refusal(), jobs, made.cycles(), made.decisions());
  }

  /** The plan of a boot into the unit. See {@link Request#boot(DependencyGraph, String)}. */
  public static Plan boot(DependencyGraph graph, String target) {
    return Request.boot(graph, target)
        .map(r -> of(graph, r))
        .orElseGet(() -> nothing(graph, target));
  }

  /** The plan where neither the unit nor what systemd falls back to can be started. */
  public static Plan nothing(DependencyGraph graph, String target) {
    var why = "neither `" + target + "` nor `rescue.target` can be started";
    return new Plan(
        graph,
        Request.of(target, JobType.START, JobMode.REPLACE),
        Optional.of(why),
        new TreeMap<>(),
        List.of(),
        List.of());
  }

  /** A plan without a job. */
  static Plan empty(DependencyGraph graph, Request request) {
    return new Plan(graph, request, Optional.empty(), new TreeMap<>(), List.of(), List.of());
  }

  /** The unit in question, by its own name. */
  public String anchor() {
    return request.anchor();
  }
}
