package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.SortedMap;
import org.unitlint.boot.Atoms.Atom;

/** What comes of the end of jobs and of what becomes of units: what else fails, stops, starts. */
final class Aftermath {
  private final Simulation simulation;
  private final Course course;
  private final Scenario scenario;
  private final Log log;
  private final Waits waits;
  private final States states;

  /** The jobs that others cannot take away. */
  private final BitSet irreversible = new BitSet();

  Aftermath(
      Simulation simulation,
      Course course,
      Scenario scenario,
      Log log,
      Waits waits,
      States states) {
    this.simulation = simulation;
    this.course = course;
    this.scenario = scenario;
    this.log = log;
    this.waits = waits;
    this.states = states;
  }

  /** Sets what the unit is once its start has ended so. */
  void reached(int unit, Result result) {
    boolean stays = result == Result.DONE && course.traits(unit).stays();
    var down = result.isGood() ? State.INACTIVE : State.FAILED;
    states.set(unit, stays ? State.ACTIVE : down);
  }

  /** The unit's job has ended. See job_finish_and_invalidate of systemd. */
  void over(int unit, Result result) {
    var type = waits.type(unit);
    boolean starts = type == JobType.START || type == JobType.VERIFY_ACTIVE;
    if (starts && result.failsOthers()) {
      failOthers(unit, Atom.PROPAGATE_START_FAILURE);
    } else if (result.isGood() && isLeftInactive(unit, type)) {
      failOthers(unit, Atom.PROPAGATE_INACTIVE_START_AS_FAILURE);
    }
    boolean expired = result == Result.TIMEOUT && !states.is(unit, State.FAILED);
    if (result == Result.DEPENDENCY || expired) {
      startAll(unit, Atom.ON_FAILURE, course.traits(unit).onFailure());
    }
    stopUnneeded();
  }

  private boolean isLeftInactive(int unit, JobType type) {
    return (type == JobType.START || type == JobType.RELOAD) && !states.is(unit, State.ACTIVE);
  }

  /** The unit has become what it is now by itself. See unit_notify of systemd. */
  void changed(int unit, Result result) {
    if (states.is(unit, State.ACTIVE)) {
      stopIfBound(unit);
      trigger(unit);
    } else if (states.is(unit, State.FAILED)) {
      stopBound(unit);
      retry(unit, result);
    } else if (states.is(unit, State.INACTIVE)) {
      stopBound(unit);
      if (result == Result.DONE) {
        startAll(unit, Atom.ON_SUCCESS, course.traits(unit).onSuccess());
      }
    }
    stopUnneeded();
  }

  /** What needs a unit fails with its job; a start under way goes on by itself. */
  private void failOthers(int unit, Atom atom) {
    for (int other : course.others(unit, atom)) {
      var type = waits.type(other);
      if (waits.isPending(other) && (type == JobType.START || type == JobType.VERIFY_ACTIVE)) {
        log.culprit(other, unit);
        simulation.finish(other, Result.DEPENDENCY);
      }
    }
  }

  /** A start that failed is tried again, or what is to be started then is. */
  private void retry(int unit, Result result) {
    var restart = course.traits(unit).restart().filter(r -> r.isAfter(result));
    if (restart.isEmpty()) {
      startAll(unit, Atom.ON_FAILURE, course.traits(unit).onFailure());
      return;
    }
    var end = restart.get().givesUpAfter(simulation.now() - log.start(unit));
    states.set(unit, State.RETRYING);
    log.retries(unit, simulation.now(), end);
    end.ifPresent(micros -> simulation.after(micros, () -> giveUp(unit)));
  }

  private void giveUp(int unit) {
    if (states.is(unit, State.RETRYING)) {
      states.set(unit, State.FAILED);
      startAll(unit, Atom.ON_FAILURE, course.traits(unit).onFailure());
      stopUnneeded();
    }
  }

  /** What the unit starts at once is started. */
  private void trigger(int unit) {
    var triggered = scenario.triggered().get(course.name(unit));
    if (triggered != null) {
      course.find(triggered).ifPresent(other -> start(other, unit, JobMode.REPLACE));
    }
  }

  private void startAll(int unit, Atom atom, JobMode mode) {
    for (int other : course.others(unit, atom)) {
      start(other, unit, mode);
    }
  }

  /** A job of its own for the unit. */
  private void start(int unit, int because, JobMode mode) {
    if (isRunning(unit) && mode != JobMode.ISOLATE) {
      return;
    }
    boolean[] running = new boolean[states.size()];
    for (int other = 0; other < running.length; other++) {
      running[other] = isRunning(other);
    }
    add(course.jobsFor(unit, running, mode), because, mode);
  }

  /** Whether the unit is active or about to be. */
  private boolean isRunning(int unit) {
    return !states.isDown(unit) || waits.isStarting(unit);
  }

  /** Adds more jobs to those under way, unless it cannot be. */
  private void add(SortedMap<Integer, JobType> more, int because, JobMode mode) {
    var added = new BitSet();
    var stopped = new BitSet();
    var jobs = new JobType[states.size()];
    for (var job : more.entrySet()) {
      int unit = job.getKey();
      jobs[unit] = job.getValue();
      boolean stops = jobs[unit] == JobType.STOP;
      if (stops && waits.isStarting(unit) && (irreversible.get(unit) || mode == JobMode.FAIL)) {
        return;
      }
      stopped.set(unit, stops);
      added.set(unit, !stops && !waits.has(unit));
    }
    waits.install(added, jobs, mode != JobMode.IGNORE_DEPENDENCIES);
    if (waits.isCyclic(added)) {
      waits.remove(added);
      return;
    }
    stopped.stream().forEach(unit -> stopOne(unit, because));
    added.stream().forEach(unit -> log.because(unit, because));
    if (mode == JobMode.REPLACE_IRREVERSIBLY) {
      irreversible.or(added);
    }
    simulation.installed(added);
    more.keySet().forEach(this::failAgain);
  }

  /** What failed before and would be started again fails again. */
  private void failAgain(int unit) {
    if (waits.has(unit) && !waits.isPending(unit) && log.hasFailed(unit)) {
      simulation.then(() -> failOthers(unit, Atom.PROPAGATE_START_FAILURE));
    }
  }

  /** What may only be active while the unit is stops with it. */
  private void stopBound(int unit) {
    for (int other : course.others(unit, Atom.RETROACTIVE_STOP_ON_STOP)) {
      if (!states.isDown(other)) {
        stop(other, unit);
      }
    }
  }

  private void stopIfBound(int unit) {
    for (int other : course.others(unit, Atom.CANNOT_BE_ACTIVE_WITHOUT)) {
      if (states.isDown(other) && !waits.isPending(other) && !waits.isPending(unit)) {
        stop(unit, other);
        return;
      }
    }
  }

  /** What was only there for others stops. See systemd.unit(5), StopWhenUnneeded=. */
  private void stopUnneeded() {
    for (int unit : course.stoppedWhenUnneeded()) {
      boolean settled = states.is(unit, State.ACTIVE) && !waits.isPending(unit);
      if (settled && !isNeeded(unit)) {
        stop(unit, Log.NOBODY);
      }
    }
  }

  private boolean isNeeded(int unit) {
    for (int other : course.others(unit, Atom.PINS_STOP_WHEN_UNNEEDED)) {
      if (waits.isPending(other) || !states.isDown(other)) {
        return true;
      }
    }
    return false;
  }

  /** A stop job for the unit, with all that it asks for; it is done at once. */
  private void stop(int unit, int because) {
    var found = new BitSet();
    var open = new ArrayDeque<Integer>();
    open.add(unit);
    while (!open.isEmpty()) {
      int next = open.remove();
      if (!found.get(next)) {
        found.set(next);
        for (int other : course.others(next, Atom.PROPAGATE_STOP)) {
          open.add(other);
        }
      }
    }
    if (found.stream().noneMatch(u -> irreversible.get(u) && waits.isStarting(u))) {
      found.stream().forEach(u -> stopOne(u, because));
    }
  }

  private void stopOne(int unit, int because) {
    boolean ran = !states.isDown(unit);
    if (ran) {
      simulation.interrupt(unit);
    }
    if (waits.isStarting(unit)) {
      log.culprit(unit, because);
      simulation.finish(unit, Result.CANCELED);
    } else if (ran) {
      log.culprit(unit, because);
      log.gone(unit, simulation.now());
    }
    if (ran) {
      simulation.then(this::stopUnneeded);
    }
  }
}
