package org.unitlint.boot;

import java.util.Arrays;
import java.util.List;

/** How late each job could end without the last one ending later. */
final class Slack {
  private Slack() {}

  /**
   * The latest ends by job.
   *
   * @param laterThan which jobs wait for each
   * @param finished the jobs in the order in which they ended
   */
  static long[] latestEnds(
      int[][] laterThan, List<Integer> finished, long[] start, long[] end, long total) {
    long[] latest = new long[end.length];
    Arrays.fill(latest, total);
    for (int i = finished.size() - 1; i >= 0; i--) {
      int job = finished.get(i);
      for (int later : laterThan[job]) {
        latest[job] = Math.min(latest[job], latest[later] - (end[later] - start[later]));
      }
    }
    return latest;
  }
}
