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
 * @param failing how the start of units fails, at the end of its time
 * @param triggered what a unit starts as soon as it is active, such as a path that is there
 * @param processors how many starts run at full speed together; empty for any number
 * @param idling units whose start waits and needs no processor
 * @param costs what the manager itself spends
 * @param limited whether the time limits of units and jobs count
 * @param beginMicros when the first job may begin
 */
public record Scenario(
    Map<String, Long> durations,
    Set<String> skipped,
    Map<String, Result> failing,
    Map<String, String> triggered,
    OptionalInt processors,
    Set<String> idling,
    Costs costs,
    boolean limited,
    long beginMicros) {
  public Scenario {
    durations = Map.copyOf(durations);
    skipped = Set.copyOf(skipped);
    failing = Map.copyOf(failing);
    triggered = Map.copyOf(triggered);
    idling = Set.copyOf(idling);
  }

  /** Everything succeeds, and nothing but the starts themselves takes time. */
  public static Scenario of(Map<String, Long> durations) {
    return new Scenario(
        durations,
        Set.of(),
        Map.of(),
        Map.of(),
        OptionalInt.empty(),
        Set.of(),
        Costs.NONE,
        true,
        0);
  }

  /** The same with other durations. */
  public Scenario lasting(Map<String, Long> micros) {
    return new Scenario(
        micros, skipped, failing, triggered, processors, idling, costs, limited, beginMicros);
  }

  /** The same where the conditions of those units do not hold. */
  public Scenario skipping(Set<String> units) {
    return new Scenario(
        durations, units, failing, triggered, processors, idling, costs, limited, beginMicros);
  }

  /** The same where the start of those units fails. */
  public Scenario failing(Map<String, Result> units) {
    return new Scenario(
        durations, skipped, units, triggered, processors, idling, costs, limited, beginMicros);
  }

  /** The same where those units start others as soon as they are active. */
  public Scenario triggering(Map<String, String> units) {
    return new Scenario(
        durations, skipped, failing, units, processors, idling, costs, limited, beginMicros);
  }

  /** The same with so many processors, which those units do not need. */
  public Scenario on(int count, Set<String> units) {
    return new Scenario(
        durations,
        skipped,
        failing,
        triggered,
        OptionalInt.of(count),
        units,
        costs,
        limited,
        beginMicros);
  }

  /** The same where the manager itself takes time. */
  public Scenario costing(Costs manager) {
    return new Scenario(
        durations, skipped, failing, triggered, processors, idling, manager, limited, beginMicros);
  }

  /** The same where nothing begins before that time. */
  public Scenario beginningAt(long micros) {
    return new Scenario(
        durations, skipped, failing, triggered, processors, idling, costs, limited, micros);
  }

  /** The same where no time limit ends a start. */
  public Scenario unlimited() {
    return new Scenario(
        durations, skipped, failing, triggered, processors, idling, costs, false, beginMicros);
  }

  long duration(String unit) {
    return durations.getOrDefault(unit, 0L);
  }
}
