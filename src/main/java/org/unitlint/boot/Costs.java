package org.unitlint.boot;

import java.util.Map;

/**
 * What the manager itself spends on starts, which it makes one after the other; microseconds.
 *
 * @param forkMicros for a start that runs a program
 * @param plainMicros for any other
 * @param known for single units
 */
public record Costs(long forkMicros, long plainMicros, Map<String, Long> known) {
  /** It takes no time. */
  public static final Costs NONE = new Costs(0, 0, Map.of());

  public Costs {
    known = Map.copyOf(known);
    if (forkMicros < 0 || plainMicros < 0) {
      throw new IllegalArgumentException(forkMicros + ", " + plainMicros);
    }
  }

  long of(String unit, boolean forks) {
    var micros = known.get(unit);
    return micros != null ? micros : forks ? forkMicros : plainMicros;
  }
}
