package org.unitlint.boot;

/** Sums and products of microseconds that stay at the largest number instead of wrapping. */
final class Micros {
  private Micros() {}

  static long sum(long micros, long others) {
    long sum = micros + others;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  static long times(long micros, long count) {
    return count != 0 && micros > Long.MAX_VALUE / count ? Long.MAX_VALUE : micros * count;
  }
}
