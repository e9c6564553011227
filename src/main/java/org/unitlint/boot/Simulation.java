package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.unitlint.boot.Atoms.Atom;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Unit;

/**
 * Runs the jobs of a plan against a clock, as the manager would: a job begins when all that it is
 * ordered after has ended; the manager begins one job after the other, in the order of its queue.
 */
final class Simulation {
  private static final int NOBODY = -1;

  /** The order of the manager's queue by type. See unit_vtable and compare_jobs of systemd. */
  private static final List<UnitType> QUEUE =
      List.of(
          UnitType.SCOPE,
          UnitType.SLICE,
          UnitType.PATH,
          UnitType.TIMER,
          UnitType.AUTOMOUNT,
          UnitType.DEVICE,
          UnitType.TARGET,
          UnitType.SOCKET,
          UnitType.SWAP,
          UnitType.MOUNT,
          UnitType.SERVICE);

  private final DependencyGraph graph;
  private final Scenario scenario;
  private final Atoms atoms;
  private final List<JobName> jobs = new ArrayList<>();
  private final int[] jobOf;
  private final int[][] laterThan;
  private final int[] waitsFor;
  private final int[] releasedBy;
  private final long[] ready;
  private final long[] start;
  private final long[] end;
  private final Result[] results;
  private final List<Integer> finished = new ArrayList<>();
  private final BitSet begun = new BitSet();
  private final PriorityQueue<Integer> queue;
  private final Processors processors;
  private long now;
  private long managerFree;

  Simulation(Plan plan, Atoms atoms, Scenario scenario) {
    this.graph = plan.graph();
    this.scenario = scenario;
    this.atoms = atoms;
    this.jobOf = new int[atoms.size()];
    Arrays.fill(jobOf, NOBODY);
    plan.jobs()
        .forEach(
            (unit, type) -> {
              jobOf[atoms.number(unit)] = jobs.size();
              jobs.add(new JobName(unit, type));
            });
    int count = jobs.size();
    this.laterThan = new int[count][];
    this.waitsFor = new int[count];
    this.releasedBy = new int[count];
    this.ready = new long[count];
    this.start = new long[count];
    this.end = new long[count];
    this.results = new Result[count];
    this.queue = new PriorityQueue<>(Comparator.comparingInt(this::rank).thenComparing(i -> i));
    this.processors = new Processors(scenario.processors());
    Arrays.fill(releasedBy, NOBODY);
    order();
  }

  private int rank(int job) {
    return QUEUE.indexOf(unit(job).name().type());
  }

  private Unit unit(int job) {
    return graph.units().get(jobs.get(job).unit());
  }

  /** Works out which jobs wait for which. */
  private void order() {
    for (int job = 0; job < jobs.size(); job++) {
      int unit = atoms.number(jobs.get(job).unit());
      var later = new BitSet();
      for (int other : atoms.others(unit, Atom.BEFORE)) {
        mark(later, job, other, false);
      }
      for (int other : atoms.others(unit, Atom.AFTER)) {
        mark(later, job, other, true);
      }
      laterThan[job] = later.stream().toArray();
      for (int other : laterThan[job]) {
        waitsFor[other]++;
      }
    }
  }

  private void mark(BitSet later, int job, int otherUnit, boolean after) {
    int other = jobOf[otherUnit];
    if (other != NOBODY && runsBefore(job, other, after)) {
      later.set(other);
    }
  }

  private boolean runsBefore(int job, int other, boolean after) {
    var type = jobs.get(job).type();
    var otherType = jobs.get(other).type();
    String pair = jobs.get(other).unit() + " " + jobs.get(job).unit();
    return type != JobType.NOP
        && otherType != JobType.NOP
        && (after ? type.stops() : !otherType.stops())
        && !scenario.dropped().contains(pair);
  }

  /** Runs everything, and tells how it went. */
  Timeline run() {
    for (int job = 0; job < jobs.size(); job++) {
      if (waitsFor[job] == 0) {
        queue.add(job);
      }
    }
    while (!queue.isEmpty() || !processors.isIdle()) {
      long free = Math.max(now, managerFree);
      if (!queue.isEmpty() && (processors.isIdle() || free <= processors.nextEnd())) {
        now = free;
        begin(queue.remove());
      } else {
        now = processors.nextEnd();
        int job = processors.end();
        finish(
            job, scenario.failing().contains(jobs.get(job).unit()) ? Result.FAILED : Result.DONE);
      }
    }
    return timeline();
  }

  private void begin(int job) {
    if (results[job] != null) {
      return;
    }
    String name = jobs.get(job).unit();
    var missing = missing(job);
    if (missing) {
      start[job] = now;
      finish(job, Result.DEPENDENCY);
      return;
    }
    boolean skipped = scenario.skipped().contains(name);
    managerFree = now + (skipped || !forks(job) ? scenario.plainMicros() : scenario.forkMicros());
    now = managerFree;
    begun.set(job);
    start[job] = now;
    if (skipped) {
      finish(job, Result.SKIPPED);
    } else {
      processors.begin(job, scenario.duration(name), now);
    }
  }

  private boolean forks(int job) {
    var type = unit(job).name().type();
    return type == UnitType.SERVICE || type == UnitType.MOUNT || type == UnitType.SWAP;
  }

  /** Whether the unit is bound to one that is not active, or to be checked and is not. */
  private boolean missing(int job) {
    if (jobs.get(job).type() == JobType.VERIFY_ACTIVE) {
      return false;
    }
    String name = jobs.get(job).unit();
    return graph
        .others(name, Dependency.BINDS_TO)
        .anyMatch(
            other ->
                graph.edge(name, Dependency.AFTER, other).isPresent()
                    && isOver(other)
                    && !isActive(other));
  }

  private boolean isOver(String unit) {
    int job = jobOf[atoms.number(unit)];
    return job != NOBODY && results[job] != null;
  }

  /** Whether the unit stays active when its job is over. */
  private boolean isActive(String unit) {
    return results[jobOf[atoms.number(unit)]] == Result.DONE
        && Readiness.stays(graph.units().get(unit));
  }

  private void finish(int job, Result result) {
    if (results[job] != null) {
      return;
    }
    results[job] = result;
    end[job] = now;
    finished.add(job);
    if (!result.isGood()) {
      spread(job);
    } else if (!isActive(jobs.get(job).unit())) {
      fail(job, List.of(Dependency.REQUISITE_OF));
    }
    for (int later : laterThan[job]) {
      if (--waitsFor[later] == 0) {
        ready[later] = now;
        releasedBy[later] = job;
        if (results[later] == null) {
          queue.add(later);
        }
      }
    }
  }

  /** What needs a unit that failed fails with it. */
  private void spread(int job) {
    fail(job, List.of(Dependency.REQUIRED_BY, Dependency.REQUISITE_OF, Dependency.BOUND_BY));
  }

  private void fail(int job, List<Dependency> kinds) {
    var failing = new ArrayDeque<Integer>();
    for (Dependency kind : kinds) {
      graph
          .others(jobs.get(job).unit(), kind)
          .map(u -> jobOf[atoms.number(u)])
          .filter(other -> other != NOBODY && results[other] == null)
          .filter(other -> jobs.get(other).type() != JobType.STOP)
          .forEach(failing::add);
    }
    for (int other : failing) {
      if (results[other] == null) {
        if (begun.get(other)) {
          processors.drop(other, now);
        } else {
          start[other] = now;
        }
        finish(other, Result.DEPENDENCY);
      }
    }
  }

  private Timeline timeline() {
    long total = 0;
    for (long time : end) {
      total = Math.max(total, time);
    }
    long[] latest = Slack.latestEnds(laterThan, finished, start, end, total);
    var entries = new TreeMap<String, Entry>();
    for (int job = 0; job < jobs.size(); job++) {
      var by = Optional.of(releasedBy[job]).filter(b -> b != NOBODY).map(b -> jobs.get(b).unit());
      entries.put(
          jobs.get(job).unit(),
          new Entry(
              jobs.get(job),
              ready[job],
              start[job],
              end[job],
              results[job],
              by,
              latest[job] - end[job]));
    }
    return new Timeline(entries, total);
  }
}
