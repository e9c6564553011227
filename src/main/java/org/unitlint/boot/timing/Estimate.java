package org.unitlint.boot.timing;

/**
 * How long a start takes as far as the unit itself shows.
 *
 * @param micros the whole, in the median
 * @param sleepMicros the part of it that its commands only sleep, which is always the same
 * @param p90Factor how many times longer than in the median the other part takes at most, nine
 *     times in ten; 1 where it is always the same
 * @param neverReady whether a command visibly never ends that should; then the rest is the time
 *     until systemd gives up, unless it never does
 * @param because why that long, in words, names in backticks
 */
public record Estimate(
    long micros, long sleepMicros, double p90Factor, boolean neverReady, String because) {
  public Estimate {
    if (sleepMicros < 0 || micros < sleepMicros || !(p90Factor >= 1)) {
      throw new IllegalArgumentException(micros + " " + sleepMicros + " " + p90Factor);
    }
  }
}
