package org.unitlint.report.timeline;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.report.Spans;

/**
 * Where a time is in a picture.
 *
 * @param left of {@code beginMicros}, in pixels
 * @param right of {@code endMicros}
 */
record Scale(long beginMicros, long endMicros, double left, double right) {
  private static final long MINUTE = 60_000_000;
  private static final long[] MINUTES = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1440, 10_080};
  private static final long[] NICE = {1, 2, 5};

  Scale {
    if (endMicros <= beginMicros || right <= left) {
      throw new IllegalArgumentException(
          beginMicros + ".." + endMicros + " at " + left + ".." + right);
    }
  }

  /** The pixel of that time; what is beyond an end of the axis is at that end. */
  double x(long micros) {
    double share = (micros - beginMicros) / (double) (endMicros - beginMicros);
    return left + (right - left) * Math.min(1, Math.max(0, share));
  }

  double width() {
    return right - left;
  }

  /** Round times that are at least that many pixels apart. */
  List<Long> ticks(double apart) {
    long step = step((endMicros - beginMicros) * apart / width());
    var ticks = new ArrayList<Long>();
    for (long at = (beginMicros + step - 1) / step * step; at <= endMicros; at += step) {
      ticks.add(at);
    }
    return ticks;
  }

  private static long step(double least) {
    if (least > MINUTE / 2.0) {
      for (long minutes : MINUTES) {
        if (minutes * MINUTE >= least) {
          return minutes * MINUTE;
        }
      }
    }
    long power = 1;
    while (true) {
      for (long nice : NICE) {
        if (nice * power >= least) {
          return nice * power;
        }
      }
      power *= 10;
    }
  }

  /** What is written at a tick, such as {@code 1.5s}. */
  static String label(long micros) {
    String label = Spans.of(micros);
    return label
        .replaceFirst("\\.0+s$", "s")
        .replaceFirst("(\\.[1-9])0s$", "$1s")
        .replace(" 0s", "")
        .replace(" 0min", "");
  }
}
