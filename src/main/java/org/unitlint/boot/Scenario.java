package org.unitlint.boot;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a simulation assumes besides the plan.
 *
 * @param durations how long the start of each unit takes, in microseconds; what is not there takes
 *     no time
 * @param skipped units whose conditions do not hold
 * @param failing units whose start fails, at the end of its time
 * @param dropped pairs {@code later earlier} of units whose order does not count
 * @param processors how many starts run at full speed together; empty for any number
 * @param forkMicros what the manager itself spends on a start that runs a program
 * @param plainMicros what it spends on any other
 */
public record Scenario(
    Map<String, Long> durations,
    Set<String> skipped,
    Set<String> failing,
    Set<String> dropped,
    OptionalInt processors,
    long forkMicros,
    long plainMicros) {
  public Scenario {
    durations = Map.copyOf(durations);
    skipped = Set.copyOf(skipped);
    failing = Set.copyOf(failing);
    dropped = Set.copyOf(dropped);
  }

  /** Everything succeeds, and nothing but the starts themselves takes time. */
  public static Scenario of(Map<String, Long> durations) {
    return new Scenario(durations, Set.of(), Set.of(), Set.of(), OptionalInt.empty(), 0, 0);
  }

  long duration(String unit) {
    return durations.getOrDefault(unit, 0L);
  }
}
