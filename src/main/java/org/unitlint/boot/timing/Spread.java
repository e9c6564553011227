package org.unitlint.boot.timing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How long one start takes, time and again: what was measured where there is more than one figure,
 * else a log-normal spread around the one.
 *
 * @param samples in microseconds, sorted; at least one
 * @param fixedMicros the part of each that is always the same
 * @param p90Factor how many times longer than in the median the other part takes at most, nine
 *     times in ten; counts only where there is but one sample
 */
public record Spread(List<Long> samples, long fixedMicros, double p90Factor) {
  /** Where the ninetieth percentile of the normal distribution lies. */
  private static final double Z90 = 1.2815515655446004;

  /** Nothing is drawn that is further out, which would be one in 370. */
  private static final double FARTHEST = 3;

  /** That factor for starts measured once: the median of nine units of a system in five boots. */
  private static final double MEASURED_P90 = 1.7;

  public Spread {
    var sorted = new ArrayList<>(samples);
    Collections.sort(sorted);
    samples = List.copyOf(sorted);
    if (samples.isEmpty() || samples.get(0) < 0 || fixedMicros < 0 || !(p90Factor >= 1)) {
      throw new IllegalArgumentException(samples + " " + fixedMicros + " " + p90Factor);
    }
  }

  /** That of measured starts, of which there is at least one. */
  public static Spread measured(List<Long> samples) {
    return new Spread(samples, 0, MEASURED_P90);
  }

  /** That of an estimate. */
  public static Spread estimated(Estimate estimate) {
    return new Spread(List.of(estimate.micros()), estimate.sleepMicros(), estimate.p90Factor());
  }

  /** That of a start which always takes the same. */
  public static Spread exactly(long micros) {
    return new Spread(List.of(micros), micros, 1);
  }

  /** What it takes in the middle: half of the starts take longer. */
  public long medianMicros() {
    int middle = samples.size() / 2;
    long upper = samples.get(middle);
    return samples.size() % 2 == 1 ? upper : samples.get(middle - 1) / 2 + upper / 2;
  }

  /** What it takes once, by chance. */
  long draw(SplittableRandom random) {
    if (samples.size() > 1) {
      return samples.get(random.nextInt(samples.size()));
    }
    long median = samples.get(0);
    long fixed = Math.min(fixedMicros, median);
    double sigma = StrictMath.log(p90Factor) / Z90;
    double drawn = (median - fixed) * StrictMath.exp(sigma * normal(random));
    return fixed + Math.round(Math.min(drawn, TimingFile.MOST_MICROS));
  }

  /** The method of Box and Muller, in arithmetic that is the same on every machine. */
  private static double normal(SplittableRandom random) {
    double length = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    double z = length * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    return Math.max(-FARTHEST, Math.min(FARTHEST, z));
  }
}
