package org.unitlint.boot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** What happened in a simulation, by unit. */
final class Log {
  static final int NOBODY = -1;

  private final long[] ready;
  private final long[] costs;
  private final long[] start;
  private final long[] work;
  private final long[] end;
  private final boolean[] began;
  private final int[] releasedBy;
  private final int[] because;
  private final int[] culprits;
  private final Result[] results;
  private long total = -1;
  private final List<Integer> finished = new ArrayList<>();
  private final Map<Integer, Long> gone = new HashMap<>();
  private final Map<Integer, OptionalLong> retries = new HashMap<>();

  Log(int units) {
    this.ready = new long[units];
    this.costs = new long[units];
    this.start = new long[units];
    this.work = new long[units];
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

  boolean isOver(int unit) {
    return results[unit] != null;
  }

  void ready(int unit, long at, int by) {
    ready[unit] = at;
    releasedBy[unit] = by;
  }

  void started(int unit, long at, long cost) {
    start[unit] = at;
    costs[unit] = cost;
    began[unit] = true;
  }

  /** How long its work takes at full speed. */
  void work(int unit, long micros) {
    work[unit] = micros;
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

  /** The unit is tried again, until so long after its failure. */
  void retries(int unit, OptionalLong micros) {
    retries.put(unit, micros);
  }

  /** No job is left; only the first time counts. */
  void finished(long at) {
    total = total < 0 ? at : total;
  }

  /**
   * All of it.
   *
   * @param later which jobs wait for each
   */
  Timeline timeline(Course course, JobType[] jobs, boolean[] active, IntFunction<int[]> later) {
    total = Math.max(total, 0);
    long[] latest = latestEnds(later);
    var entries = new TreeMap<String, Entry>();
    for (int unit : finished) {
      var name = new JobName(course.name(unit), jobs[unit]);
      entries.put(
          name.unit(),
          new Entry(
              name,
              ready[unit],
              costs[unit],
              Math.min(work[unit], end[unit] - start[unit]),
              start[unit],
              end[unit],
              results[unit],
              began[unit],
              name(course, releasedBy[unit]),
              name(course, because[unit]),
              name(course, culprits[unit]),
              latest[unit] - end[unit],
              Optional.ofNullable(retries.get(unit)).map(m -> retry(end[unit], m)),
              gone.containsKey(unit) ? OptionalLong.of(gone.get(unit)) : OptionalLong.empty(),
              active[unit]));
    }
    return new Timeline(entries, total);
  }

  private static Optional<String> name(Course course, int unit) {
    return unit == NOBODY ? Optional.empty() : Optional.of(course.name(unit));
  }

  private static Entry.Retry retry(long end, OptionalLong micros) {
    return new Entry.Retry(
        micros.isPresent() ? OptionalLong.of(end + micros.getAsLong()) : OptionalLong.empty());
  }

  /** How late each job could end without the last one ending later. */
  private long[] latestEnds(IntFunction<int[]> later) {
    long[] latest = new long[end.length];
    Arrays.fill(latest, total);
    for (int i = finished.size() - 1; i >= 0; i--) {
      int unit = finished.get(i);
      latest[unit] = Math.max(total, end[unit]);
      for (int other : later.apply(unit)) {
        if (results[other] != null) {
          long begin = latest[other] - (end[other] - start[other]) - costs[other];
          latest[unit] = Math.min(latest[unit], begin);
        }
      }
    }
    return latest;
  }
}
