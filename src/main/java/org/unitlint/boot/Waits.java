package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.unitlint.boot.Atoms.Atom;

/** The jobs of a simulation, one a unit at most, and which of them wait for which. */
final class Waits {
  private final Course course;
  private final JobType[] types;
  private final JobType[] asked;
  private final boolean[] pending;
  private final boolean[] running;
  private final boolean[] unordered;
  private final int[] waits;
  private int left;

  Waits(Course course) {
    int count = course.size();
    this.course = course;
    this.types = new JobType[count];
    this.asked = new JobType[count];
    this.pending = new boolean[count];
    this.running = new boolean[count];
    this.unordered = new boolean[count];
    this.waits = new int[count];
  }

  /** Adds jobs that are new together; whoever they go before waits for them, unless it runs. */
  void install(BitSet units, JobType[] jobs, boolean ordered) {
    for (int unit : units.stream().toArray()) {
      types[unit] = jobs[unit];
      asked[unit] = jobs[unit];
      pending[unit] = true;
      unordered[unit] = !ordered;
      left++;
    }
    for (int unit : units.stream().toArray()) {
      forPending(unit, false, other -> waits[unit]++);
      forPending(unit, true, other -> waits[other] += running[other] || units.get(other) ? 0 : 1);
    }
  }

  /** Takes jobs away again that nothing has been done about. */
  void remove(BitSet units) {
    for (int unit : units.stream().toArray()) {
      forPending(unit, true, other -> waits[other] -= running[other] || units.get(other) ? 0 : 1);
    }
    for (int unit : units.stream().toArray()) {
      types[unit] = null;
      asked[unit] = null;
      pending[unit] = false;
      waits[unit] = 0;
      left--;
    }
  }

  /** Whether the unit has or had a job. */
  boolean has(int unit) {
    return types[unit] != null;
  }

  /** The job that the unit has or had; what was a restart is a start once all is stopped. */
  JobType type(int unit) {
    return types[unit];
  }

  /** The jobs as they were asked for. */
  JobType[] asked() {
    return asked;
  }

  /** Whether the unit has a job that is not over. */
  boolean isPending(int unit) {
    return pending[unit];
  }

  /** Whether it has one that would start it, or see that it runs. */
  boolean isStarting(int unit) {
    return pending[unit] && types[unit] != JobType.STOP && types[unit] != JobType.NOP;
  }

  /** Whether it waits for nothing. */
  boolean isFree(int unit) {
    return waits[unit] == 0;
  }

  boolean isRunning(int unit) {
    return running[unit];
  }

  void run(int unit) {
    running[unit] = true;
  }

  /** The units with a job that is not over. */
  IntStream pending() {
    return IntStream.range(0, pending.length).filter(unit -> pending[unit]);
  }

  /** Whether no job is left. */
  boolean isDone() {
    return left == 0;
  }

  /** The job is over; tells of those that now wait for nothing. */
  void end(int unit, IntConsumer free) {
    pending[unit] = false;
    left--;
    forPending(unit, true, other -> release(other, free));
  }

  private void release(int unit, IntConsumer free) {
    if (!running[unit] && --waits[unit] == 0) {
      free.accept(unit);
    }
  }

  /**
   * A restart has stopped its unit, and is a start from now on: it goes behind what its unit is
   * after, which so far went behind it. See job_finish_and_invalidate of systemd.
   */
  void becomeStart(int unit, IntConsumer free) {
    var flipped = new BitSet();
    neighbours(unit, Atom.AFTER, true, true, flipped::set);
    flipped.stream().filter(other -> !pending[other]).forEach(flipped::clear);
    types[unit] = JobType.START;
    running[unit] = false;
    waits[unit] += flipped.cardinality();
    flipped.stream().forEach(other -> release(other, free));
    if (waits[unit] == 0) {
      free.accept(unit);
    }
  }

  /** The jobs that wait for the unit's, or did; twice where it is said twice. */
  void forLater(int unit, IntConsumer action) {
    forNeighbours(unit, true, action);
  }

  /** Every job under way that waits for the unit's, or that it waits for; twice if said twice. */
  private void forPending(int unit, boolean later, IntConsumer action) {
    forNeighbours(
        unit,
        later,
        other -> {
          if (pending[other]) {
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
      if (types[other] == null || other == unit) {
        continue;
      }
      if (isOrdered(unit) && isOrdered(other) && runsBefore(unit, other, after) == later) {
        action.accept(other);
      }
    }
  }

  private boolean isOrdered(int unit) {
    return !unordered[unit] && types[unit] != JobType.NOP;
  }

  /** Which of the two goes first; {@code after} tells how their units are ordered. */
  private boolean runsBefore(int unit, int other, boolean after) {
    return after ? types[unit].stops() : !types[other].stops();
  }

  /** Whether some of those jobs and others under way wait for each other in a ring. */
  boolean isCyclic(BitSet units) {
    var seen = new BitSet();
    var open = new BitSet();
    return units.stream().anyMatch(unit -> !seen.get(unit) && isCyclic(unit, seen, open));
  }

  private boolean isCyclic(int first, BitSet seen, BitSet open) {
    Deque<Integer> path = new ArrayDeque<>();
    path.push(first);
    while (!path.isEmpty()) {
      int unit = path.peek();
      if (open.get(unit)) {
        open.clear(unit);
        path.pop();
      } else if (seen.get(unit)) {
        path.pop();
      } else {
        seen.set(unit);
        open.set(unit);
        var later = new BitSet();
        forPending(unit, true, later::set);
        if (later.intersects(open)) {
          return true;
        }
        later.andNot(seen);
        later.stream().forEach(path::push);
      }
    }
    return false;
  }
}
