package org.unitlint.boot;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * A boot drawn by chance many times.
 *
 * @param runs how often
 * @param total how long it took
 * @param units by unit
 */
public record Trials(int runs, Range total, SortedMap<String, Of> units) {
  public Trials {
    units = Collections.unmodifiableSortedMap(units);
  }

  /** What half of the boots stay below, and what nine in ten do; microseconds. */
  public record Range(long p50Micros, long p90Micros) {
    static Range of(long[] micros) {
      long[] sorted = micros.clone();
      Arrays.sort(sorted);
      return new Range(rank(sorted, 0.5), rank(sorted, 0.9));
    }

    private static long rank(long[] sorted, double share) {
      return sorted[(int) Math.ceil(sorted.length * share) - 1];
    }
  }

  /**
   * One unit in all of them.
   *
   * @param ready when its start was over
   * @param criticalShare in what part of the boots it was on the critical path, 0 to 1
   */
  public record Of(Range ready, double criticalShare) {}

  /** The trials of those boots, which are numbered from 0. */
  static Trials of(int runs, IntFunction<Timeline> boot, Progress progress) {
    long[] totals = new long[runs];
    var ready = new TreeMap<String, long[]>();
    var critical = new TreeMap<String, Integer>();
    for (int run = 0; run < runs; run++) {
      var timeline = boot.apply(run);
      totals[run] = timeline.totalMicros();
      for (Entry entry : timeline.entries().values()) {
        ready.computeIfAbsent(entry.unit(), u -> new long[runs])[run] = entry.endMicros();
      }
      timeline.criticalPath().forEach(u -> critical.merge(u, 1, Integer::sum));
      progress.at(run + 1, runs);
    }
    var units = new TreeMap<String, Of>();
    ready.forEach(
        (unit, micros) ->
            units.put(
                unit, new Of(Range.of(micros), critical.getOrDefault(unit, 0) / (double) runs)));
    return new Trials(runs, Range.of(totals), units);
  }
}
