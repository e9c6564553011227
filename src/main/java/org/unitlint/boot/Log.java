package org.unitlint.boot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** What happened in a simulation, by unit. */
final class Log {
  static final int NOBODY = -1;

  private final long[] ready;
  private final long[] costs;
  private final long[] start;
  private final long[] work;
  private final long[] until;
  private final long[] end;
  private final boolean[] began;
  private final int[] releasedBy;
  private final int[] because;
  private final int[] culprits;
  private final Result[] results;
  private long total = -1;
  private final List<Integer> finished = new ArrayList<>();
  private final Map<Integer, Long> gone = new HashMap<>();
  private final Map<Integer, Entry.Retry> retries = new HashMap<>();

  Log(int units) {
    this.ready = new long[units];
    this.costs = new long[units];
    this.start = new long[units];
    this.work = new long[units];
    this.until = new long[units];
    this.end = new long[units];
    this.began = new boolean[units];
    this.releasedBy = new int[units];
    this.because = new int[units];
    this.culprits = new int[units];
    this.results = new Result[units];
    Arrays.fill(releasedBy, NOBODY);
    Arrays.fill(because, NOBODY);
    Arrays.fill(culprits, NOBODY);
  }

  /** Whether its job has ended, and not well. */
  boolean hasFailed(int unit) {
    return results[unit] != null && !results[unit].isGood();
  }

  void ready(int unit, long at, int by) {
    ready[unit] = at;
    releasedBy[unit] = by;
  }

  /** Whose end let it go, if any did so far. */
  int releaser(int unit) {
    return releasedBy[unit];
  }

  void started(int unit, long at, long cost) {
    start[unit] = at;
    costs[unit] = cost;
    began[unit] = true;
  }

  /** What was waited for is there: it began with that, and the wait was none of its work. */
  void appeared(int unit, long at) {
    started(unit, at, costs[unit] + at - start[unit]);
  }

  /** How long its work takes at full speed. */
  void work(int unit, long micros) {
    work[unit] = micros;
  }

  /** Its work is over, which may be later than its job. */
  void until(int unit, long at) {
    until[unit] = at;
  }

  long start(int unit) {
    return start[unit];
  }

  void ended(int unit, long at, Result result) {
    if (!began[unit]) {
      start[unit] = at;
    }
    end[unit] = at;
    results[unit] = result;
    finished.add(unit);
  }

  void gone(int unit, long at) {
    gone.put(unit, at);
  }

  void because(int unit, int by) {
    because[unit] = by;
  }

  /** What is about to happen to the unit is for another one's sake. */
  void culprit(int unit, int by) {
    culprits[unit] = by;
  }

  /** The unit is tried again from then on, for so long; for ever if that is empty. */
  void retries(int unit, long at, OptionalLong micros) {
    var until =
        micros.isPresent()
            ? OptionalLong.of(Micros.sum(at, micros.getAsLong()))
            : OptionalLong.empty();
    retries.put(unit, new Entry.Retry(until));
  }

  /** No job is left; only the first time counts. */
  void finished(long at) {
    total = total < 0 ? at : total;
  }

  /** All of it. */
  Timeline timeline(Course course, Waits waits, States states) {
    total = Math.max(total, 0);
    long[] latest = latestEnds(waits::forLater);
    var entries = new TreeMap<String, Entry>();
    for (int unit : finished) {
      var name = new JobName(course.name(unit), waits.asked()[unit]);
      entries.put(
          name.unit(),
          new Entry(
              name,
              ready[unit],
              costs[unit],
              Math.min(work[unit], Math.max(0, until[unit] - start[unit])),
              start[unit],
              end[unit],
              results[unit],
              began[unit],
              name(course, releasedBy[unit]),
              name(course, because[unit]),
              name(course, culprits[unit]),
              latest[unit] - end[unit],
              Optional.ofNullable(retries.get(unit)),
              gone.containsKey(unit) ? OptionalLong.of(gone.get(unit)) : OptionalLong.empty(),
              states.is(unit, State.ACTIVE)));
    }
    return new Timeline(entries, total);
  }

  private static Optional<String> name(Course course, int unit) {
    return unit == NOBODY ? Optional.empty() : Optional.of(course.name(unit));
  }

  /** How late each job could end without the last one ending later. */
  private long[] latestEnds(Later later) {
    long[] latest = new long[end.length];
    Arrays.fill(latest, total);
    for (int i = finished.size() - 1; i >= 0; i--) {
      int unit = finished.get(i);
      latest[unit] = Math.max(total, end[unit]);
      later.each(
          unit,
          other -> {
            if (results[other] != null && start[other] - costs[other] >= end[unit]) {
              long begin = latest[other] - (end[other] - start[other]) - costs[other];
              latest[unit] = Math.min(latest[unit], begin);
            }
          });
    }
    return latest;
  }

  /** Goes through the jobs that wait for one. */
  interface Later {
    void each(int unit, IntConsumer action);
  }
}
