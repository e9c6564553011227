package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.unitlint.boot.Atoms.Atom;

/**
 * Runs the jobs of a plan against a clock, as the manager would: a job begins when all that it is
 * ordered after has ended; the manager begins one job after the other, in the order of its queue.
 * What comes of it is done by {@link Aftermath}.
 *
 * <p>A unit has one job at most: what would be its second start is left out.
 */
final class Simulation {
  private final Course course;
  private final Scenario scenario;
  private final Log log;
  private final Waits waits;
  private final States states;
  private final Aftermath aftermath;
  private final BitSet skipped = new BitSet();
  private final PriorityQueue<Integer> queue;
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::at).thenComparingLong(Alarm::sequence));
  private final Processors processors;
  private final Deque<Runnable> consequences = new ArrayDeque<>();
  private long sequence;
  private long now;
  private long managerFree;

  /** Something that happens by the clock. */
  private record Alarm(long at, long sequence, Runnable action) {}

  Simulation(Course course, Scenario scenario) {
    this.course = course;
    this.scenario = scenario;
    this.log = new Log(course.size());
    this.waits = new Waits(course);
    this.states = new States(course.active());
    this.aftermath = new Aftermath(this, course, scenario, log, waits, states);
    this.queue = new PriorityQueue<>(this::compare);
    this.processors = new Processors(scenario.processors());
    this.now = scenario.beginMicros();
    for (String unit : scenario.skipped()) {
      course.find(unit).ifPresent(skipped::set);
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
    var all = new BitSet();
    var jobs = new JobType[course.size()];
    for (int unit = 0; unit < jobs.length; unit++) {
      jobs[unit] = course.job(unit);
      all.set(unit, jobs[unit] != null);
    }
    waits.install(all, jobs, course.plan().request().mode() != JobMode.IGNORE_DEPENDENCIES);
    installed(all);
    while (step()) {
      settle();
    }
    waits.pending().forEach(unit -> log.ended(unit, now, Result.STUCK));
    log.finished(now);
    return log.timeline(course, waits, states);
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
      workEnds(processors.end());
    } else if (!alarms.isEmpty()) {
      now = Math.max(now, alarm);
      alarms.remove().action().run();
    } else {
      return false;
    }
    return true;
  }

  /** Does it when all that led to it is done. */
  void then(Runnable consequence) {
    consequences.add(consequence);
  }

  /** Does it after so long. */
  void after(long micros, Runnable action) {
    alarms.add(new Alarm(Micros.sum(now, micros), sequence++, action));
  }

  long now() {
    return now;
  }

  /** The jobs are there: each begins when it waits for nothing. */
  void installed(BitSet units) {
    units.stream()
        .forEach(
            unit -> {
              limit(course.traits(unit).jobMicros(), () -> giveUp(unit));
              if (waits.isFree(unit)) {
                free(unit, Log.NOBODY);
              }
            });
  }

  private void free(int unit, int by) {
    log.ready(unit, now, by);
    queue.add(unit);
  }

  /** After so long its time is up. */
  private void limit(OptionalLong micros, Runnable action) {
    if (scenario.limited() && micros.isPresent()) {
      after(micros.getAsLong(), action);
    }
  }

  /** The job has taken too long; its unit goes on. See systemd.unit(5), JobTimeoutSec=. */
  private void giveUp(int unit) {
    if (waits.isPending(unit)) {
      finish(unit, Result.TIMEOUT);
    }
  }

  /** The start has taken too long, and is ended. See systemd.service(5), TimeoutStartSec=. */
  private void timeOut(int unit) {
    if (states.is(unit, State.STARTING)) {
      processors.drop(unit, now);
      startEnds(unit, Result.TIMEOUT);
    }
  }

  private void begin(int unit) {
    if (!waits.isPending(unit) || !waits.isFree(unit) || waits.isRunning(unit)) {
      return;
    }
    switch (waits.type(unit)) {
      case START -> start(unit);
      case RESTART -> {
        states.set(unit, State.INACTIVE);
        waits.becomeStart(unit, other -> free(other, log.releaser(other)));
      }
      case STOP -> {
        states.set(unit, State.INACTIVE);
        nothingToDo(unit, Result.DONE);
      }
      case VERIFY_ACTIVE, RELOAD -> {
        boolean active = states.is(unit, State.ACTIVE);
        nothingToDo(unit, active ? Result.DONE : Result.INACTIVE);
      }
      default -> nothingToDo(unit, Result.DONE);
    }
  }

  private void nothingToDo(int unit, Result result) {
    if (result == Result.DONE) {
      log.started(unit, now, 0);
    }
    finish(unit, result);
  }

  /** See unit_start of systemd. */
  private void start(int unit) {
    String name = course.name(unit);
    var early = Optional.ofNullable(scenario.failing().get(name)).filter(Result::isEarly);
    boolean refused = early.isPresent() && early.get() != Result.RESOURCES;
    if (states.is(unit, State.ACTIVE)) {
      nothingToDo(unit, Result.DONE);
    } else if (skipped.get(unit)) {
      begun(unit, scenario.costs().of(name, false));
      finish(unit, Result.SKIPPED);
    } else if (refused) {
      finish(unit, early.get());
    } else if (inactiveBinder(unit) != Log.NOBODY) {
      log.culprit(unit, inactiveBinder(unit));
      finish(unit, Result.DEPENDENCY);
    } else if (early.isPresent()) {
      startEnds(unit, early.get());
    } else {
      begun(unit, scenario.costs().of(name, course.traits(unit).forks()));
      work(unit, name);
    }
  }

  /** The manager is done with it after so long. */
  private void begun(int unit, long cost) {
    now = Micros.sum(now, cost);
    managerFree = now;
    log.started(unit, now, cost);
  }

  private void work(int unit, String name) {
    var traits = course.traits(unit);
    long micros = scenario.duration(name);
    log.work(unit, micros);
    waits.run(unit);
    states.set(unit, State.STARTING);
    limit(traits.timeoutMicros(), () -> timeOut(unit));
    limit(traits.runningMicros(), () -> giveUp(unit));
    if (micros == 0) {
      workEnds(unit);
    } else {
      boolean idles = traits.appears() || scenario.idling().contains(name);
      processors.begin(unit, micros, idles, now);
    }
  }

  private void workEnds(int unit) {
    if (course.traits(unit).appears() && waits.isPending(unit)) {
      log.appeared(unit, now);
    }
    startEnds(unit, scenario.failing().getOrDefault(course.name(unit), Result.DONE));
  }

  private void startEnds(int unit, Result result) {
    log.until(unit, now);
    aftermath.reached(unit, result);
    if (waits.isPending(unit)) {
      finish(unit, result);
    }
    then(() -> aftermath.changed(unit, result));
  }

  /** What is under way for the unit ends. */
  void interrupt(int unit) {
    if (states.is(unit, State.STARTING)) {
      processors.drop(unit, now);
      log.until(unit, now);
    }
    states.set(unit, State.INACTIVE);
  }

  /** The unit that is not active, without which it may not be, and that it is ordered after. */
  private int inactiveBinder(int unit) {
    for (int other : course.others(unit, Atom.CANNOT_BE_ACTIVE_WITHOUT)) {
      boolean after = Arrays.binarySearch(course.others(unit, Atom.AFTER), other) >= 0;
      if (after && !states.is(other, State.ACTIVE)) {
        return other;
      }
    }
    return Log.NOBODY;
  }

  /** The unit's job ends so, with all that comes of it. */
  void finish(int unit, Result result) {
    then(() -> end(unit, result));
  }

  private void end(int unit, Result result) {
    if (!waits.isPending(unit)) {
      return;
    }
    log.ended(unit, now, result);
    waits.end(unit, other -> free(other, unit));
    if (waits.isDone()) {
      log.finished(now);
    }
    aftermath.over(unit, result);
  }
}
