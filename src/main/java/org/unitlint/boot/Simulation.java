package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntConsumer;
import org.unitlint.boot.Atoms.Atom;

/**
 * Runs the jobs of a plan against a clock, as the manager would: a job begins when all that it is
 * ordered after has ended; the manager begins one job after the other, in the order of its queue.
 */
final class Simulation {
  private final Course course;
  private final Scenario scenario;
  private final Log log;

  /** The jobs, the finished ones too. */
  private final JobType[] jobs;

  private final boolean[] begun;
  private final int[] waitsFor;
  private final boolean[] active;
  private final boolean[] skipped;
  private final PriorityQueue<Integer> queue;
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::at).thenComparingLong(Alarm::sequence));
  private final Processors processors;
  private final Set<Integer> givenUp = new HashSet<>();
  private final Deque<Runnable> consequences = new ArrayDeque<>();
  private int pending;
  private long sequence;
  private long now;
  private long managerFree;

  /** Something that happens to a unit by the clock. */
  private record Alarm(long at, long sequence, int unit, IntConsumer action) {}

  Simulation(Course course, Scenario scenario) {
    this.course = course;
    this.scenario = scenario;
    int count = course.size();
    this.log = new Log(count);
    this.jobs = new JobType[count];
    this.begun = new boolean[count];
    this.waitsFor = new int[count];
    this.active = course.active();
    this.skipped = new boolean[count];
    this.queue = new PriorityQueue<>(this::compare);
    this.processors = new Processors(scenario.processors());
    this.now = scenario.beginMicros();
    for (String unit : scenario.skipped()) {
      course.find(unit).ifPresent(u -> skipped[u] = true);
    }
  }

  /** See compare_job_priority of systemd. */
  private int compare(int unit, int other) {
    var a = course.traits(unit);
    var b = course.traits(other);
    int byType = Integer.compare(a.rank(), b.rank());
    int byWeight = byType != 0 ? byType : Long.compare(b.weight(), a.weight());
    int byNice = byWeight != 0 ? byWeight : Integer.compare(a.nice(), b.nice());
    return byNice != 0 ? byNice : Integer.compare(unit, other);
  }

  /** Runs everything, and tells how it went. */
  Timeline run() {
    var all = new ArrayList<Integer>();
    for (int unit = 0; unit < jobs.length; unit++) {
      if (course.job(unit) != null) {
        jobs[unit] = course.job(unit);
        all.add(unit);
      }
    }
    all.forEach(u -> forEarlier(u, other -> waitsFor[u]++));
    pending = all.size();
    all.forEach(this::queued);
    while (step()) {
      settle();
    }
    return log.timeline(course, jobs, active, this::later);
  }

  /** What one thing leads to is done one by one, for chains may be long. */
  private void settle() {
    while (!consequences.isEmpty()) {
      consequences.remove().run();
    }
  }

  /** Lets the next thing happen; false if nothing does. */
  private boolean step() {
    long free = Math.max(now, managerFree);
    long end = processors.isIdle() ? Long.MAX_VALUE : processors.nextEnd();
    long alarm = alarms.isEmpty() ? Long.MAX_VALUE : alarms.element().at();
    if (!queue.isEmpty() && free <= Math.min(end, alarm)) {
      now = free;
      begin(queue.remove());
    } else if (end != Long.MAX_VALUE && end <= alarm) {
      now = Math.max(now, end);
      ended(processors.end());
    } else if (!alarms.isEmpty()) {
      ring(alarms.remove());
    } else if (!queue.isEmpty()) {
      now = free;
      begin(queue.remove());
    } else {
      return false;
    }
    return true;
  }

  private void ring(Alarm alarm) {
    boolean over = log.isOver(alarm.unit()) && !givenUp.contains(alarm.unit());
    if (!over) {
      now = Math.max(now, alarm.at());
      alarm.action().accept(alarm.unit());
    }
  }

  private void alarm(long after, int unit, IntConsumer action) {
    alarms.add(new Alarm(now + after, sequence++, unit, action));
  }

  /** The job is there: it begins when it waits for nothing. */
  private void queued(int unit) {
    limit(unit, course.traits(unit).jobMicros());
    if (waitsFor[unit] == 0) {
      log.ready(unit, now, Log.NOBODY);
      queue.add(unit);
    }
  }

  /** After so long the job's time is up, if it is not over by then. */
  private void limit(int unit, OptionalLong micros) {
    if (scenario.limited()) {
      micros.ifPresent(m -> alarm(m, unit, this::timeOut));
    }
  }

  private void timeOut(int unit) {
    if (begun[unit]) {
      processors.drop(unit, now);
    }
    finish(unit, Result.TIMEOUT);
  }

  private void begin(int unit) {
    if (log.isOver(unit) || waitsFor[unit] > 0 || begun[unit]) {
      return;
    }
    if (jobs[unit] == JobType.VERIFY_ACTIVE) {
      finish(unit, active[unit] ? Result.DONE : Result.DEPENDENCY);
    } else if (jobs[unit] == JobType.START || jobs[unit] == JobType.RESTART) {
      start(unit);
    } else {
      log.started(unit, now, 0);
      finish(unit, Result.DONE);
    }
  }

  private void start(int unit) {
    String name = course.name(unit);
    var early = Optional.ofNullable(scenario.failing().get(name)).filter(Result::isEarly);
    int binder = inactiveBinder(unit);
    if (skipped[unit]) {
      begun(unit, scenario.costs().of(name, false));
      finish(unit, Result.SKIPPED);
    } else if (binder != Log.NOBODY) {
      log.culprit(unit, binder);
      finish(unit, Result.DEPENDENCY);
    } else if (early.isPresent()) {
      finish(unit, early.get());
    } else {
      begun(unit, scenario.costs().of(name, course.traits(unit).forks()));
      begun[unit] = true;
      work(unit, name);
    }
  }

  /** The manager is done with it after so long. */
  private void begun(int unit, long cost) {
    now += cost;
    managerFree = now;
    log.started(unit, now, cost);
  }

  private void work(int unit, String name) {
    var traits = course.traits(unit);
    long micros = scenario.duration(name);
    log.work(unit, micros);
    limit(unit, traits.timeoutMicros());
    limit(unit, traits.runningMicros());
    if (micros == 0) {
      ended(unit);
    } else {
      boolean waits = traits.appears() || scenario.idling().contains(name);
      processors.begin(unit, micros, waits, now);
    }
  }

  private void ended(int unit) {
    if (course.traits(unit).appears()) {
      log.started(unit, now, now - log.start(unit));
    }
    finish(unit, scenario.failing().getOrDefault(course.name(unit), Result.DONE));
  }

  /** The unit that is not active, without which it may not be, and that it is ordered after. */
  private int inactiveBinder(int unit) {
    for (int other : course.others(unit, Atom.CANNOT_BE_ACTIVE_WITHOUT)) {
      boolean after = Arrays.binarySearch(course.others(unit, Atom.AFTER), other) >= 0;
      if (after && !active[other] && !isPending(other)) {
        return other;
      }
    }
    return Log.NOBODY;
  }

  private boolean isPending(int unit) {
    return jobs[unit] != null && !log.isOver(unit);
  }

  private void finish(int unit, Result result) {
    consequences.add(() -> end(unit, result));
  }

  private void end(int unit, Result result) {
    if (log.isOver(unit)) {
      return;
    }
    log.ended(unit, now, result);
    if (--pending == 0) {
      log.finished(now);
    }
    if (jobs[unit] == JobType.STOP) {
      active[unit] = false;
    } else if (!result.isGood()) {
      active[unit] = false;
      failed(unit, result);
    } else if (result == Result.SKIPPED) {
      failOthers(unit, Atom.PROPAGATE_INACTIVE_START_AS_FAILURE);
    } else if (course.traits(unit).stays()) {
      active[unit] = true;
      stopIfBound(unit);
      consequences.add(() -> trigger(unit));
    } else {
      failOthers(unit, Atom.PROPAGATE_INACTIVE_START_AS_FAILURE);
      stopBound(unit);
    }
    forLater(
        unit,
        later -> {
          if (--waitsFor[later] == 0 && !log.isOver(later)) {
            log.ready(later, now, unit);
            queue.add(later);
          }
        });
  }

  /** What the unit starts at once is started. */
  private void trigger(int unit) {
    var triggered = scenario.triggered().get(course.name(unit));
    if (triggered != null && active[unit]) {
      course.find(triggered).ifPresent(other -> start(other, unit));
    }
  }

  private void failed(int unit, Result result) {
    failOthers(unit, Atom.PROPAGATE_START_FAILURE);
    stopBound(unit);
    var restart = course.traits(unit).restart().filter(r -> result == Result.FAILED);
    if (restart.isEmpty()) {
      consequences.add(() -> giveUp(unit));
      return;
    }
    var end = restart.get().givesUpAfter(scenario.duration(course.name(unit)));
    log.retries(unit, end);
    if (end.isPresent()) {
      givenUp.add(unit);
      alarm(end.getAsLong(), unit, this::giveUp);
    }
  }

  /** What is to be started when the unit has failed for good is started. */
  private void giveUp(int unit) {
    for (int other : course.others(unit, Atom.ON_FAILURE)) {
      start(other, unit);
    }
  }

  /** A job of its own for the unit. */
  private void start(int unit, int because) {
    boolean[] running = active.clone();
    for (int other = 0; other < running.length; other++) {
      running[other] |= isPending(other) && jobs[other] != JobType.STOP;
    }
    if (!running[unit]) {
      add(course.planFor(unit, running), because);
    }
  }

  /** Adds the jobs of another plan to those under way. */
  private void add(Plan plan, int because) {
    var added = new ArrayList<Integer>();
    plan.jobs()
        .forEach(
            (name, type) -> {
              int unit = course.number(name);
              if (type == JobType.STOP) {
                stopOne(unit, because);
              } else if (jobs[unit] == null) {
                jobs[unit] = type;
                pending++;
                log.because(unit, because);
                added.add(unit);
              }
            });
    for (int unit : added) {
      forEarlier(unit, other -> waitsFor[unit]++);
      forLater(unit, other -> waitsFor[other] += begun[other] || added.contains(other) ? 0 : 1);
    }
    added.forEach(this::queued);
  }

  /** What needs a unit that failed fails with it. */
  private void failOthers(int unit, Atom atom) {
    for (int other : course.others(unit, atom)) {
      if (isPending(other) && jobs[other] != JobType.STOP) {
        if (begun[other]) {
          processors.drop(other, now);
        }
        log.culprit(other, unit);
        finish(other, Result.DEPENDENCY);
      }
    }
  }

  /** What may only be active while the unit is stops with it. */
  private void stopBound(int unit) {
    for (int other : course.others(unit, Atom.RETROACTIVE_STOP_ON_STOP)) {
      if (active[other] || isPending(other) && begun[other]) {
        stop(other, unit);
      }
    }
  }

  /** A stop job for the unit, with all that it asks for. */
  private void stop(int unit, int because) {
    var found = new BitSet();
    var open = new ArrayDeque<Integer>(List.of(unit));
    while (!open.isEmpty()) {
      int next = open.remove();
      if (!found.get(next)) {
        found.set(next);
        for (int other : course.others(next, Atom.PROPAGATE_STOP)) {
          open.add(other);
        }
      }
    }
    found.stream().forEach(u -> stopOne(u, because));
  }

  private void stopOne(int unit, int because) {
    boolean runs = active[unit];
    active[unit] = false;
    if (isPending(unit)) {
      if (begun[unit]) {
        processors.drop(unit, now);
      }
      log.culprit(unit, because);
      finish(unit, Result.CANCELED);
    } else if (runs) {
      log.culprit(unit, because);
      log.gone(unit, now);
    }
  }

  private void stopIfBound(int unit) {
    for (int other : course.others(unit, Atom.CANNOT_BE_ACTIVE_WITHOUT)) {
      if (!active[other] && !isPending(other)) {
        stop(unit, other);
        return;
      }
    }
  }

  /** All jobs that wait for the unit's. */
  private int[] later(int unit) {
    var later = new BitSet();
    forNeighbours(unit, true, later::set);
    return later.stream().toArray();
  }

  /** Every job under way that the unit's waits for; twice where it is said twice. */
  private void forEarlier(int unit, IntConsumer action) {
    forNeighbours(
        unit,
        false,
        other -> {
          if (isPending(other)) {
            action.accept(other);
          }
        });
  }

  /** Every job under way that waits for the unit's. */
  private void forLater(int unit, IntConsumer action) {
    forNeighbours(
        unit,
        true,
        other -> {
          if (isPending(other)) {
            action.accept(other);
          }
        });
  }

  private void forNeighbours(int unit, boolean later, IntConsumer action) {
    neighbours(unit, Atom.BEFORE, false, later, action);
    neighbours(unit, Atom.AFTER, true, later, action);
  }

  private void neighbours(int unit, Atom atom, boolean after, boolean later, IntConsumer action) {
    for (int other : course.others(unit, atom)) {
      if (jobs[other] == null || other == unit) {
        continue;
      }
      boolean first = course.runsBefore(jobs[unit], jobs[other], after);
      boolean ordered = course.isOrdered(jobs[unit], jobs[other]);
      if (ordered && first == later) {
        action.accept(other);
      }
    }
  }
}
