package org.unitlint.report;

import java.util.Locale;

/** Lengths of time for people: three digits and a unit. */
public final class Spans {
  private static final long MILLI = 1_000;
  private static final long SECOND = 1_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private Spans() {}

  /** Such as {@code 12ms}, {@code 1.23s}, {@code 2min 3s}; microseconds. */
  public static String of(long micros) {
    if (micros < 0) {
      return "-" + of(-micros);
    }
    if (micros < MILLI) {
      return micros == 0 ? "0" : micros + "us";
    }
    if (micros < SECOND) {
      return micros / MILLI + "ms";
    }
    if (micros < MINUTE) {
      String digits = micros < 10 * SECOND ? "%.2fs" : "%.1fs";
      return String.format(Locale.ROOT, digits, micros / (double) SECOND);
    }
    if (micros < HOUR) {
      return micros / MINUTE + "min " + micros % MINUTE / SECOND + "s";
    }
    return micros / HOUR + "h " + micros % HOUR / MINUTE + "min";
  }
}
