package org.unitlint.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a plan goes in time.
 *
 * @param plan what is run
 * @param starts in the order of their beginning
 * @param total when no job is left
 * @param criticalPath the units that make it as long as it is; each is waited for by the next
 */
public record Simulation(Plan plan, List<Start> starts, Duration total, List<String> criticalPath) {
  public Simulation {
    starts = List.copyOf(starts);
    criticalPath = List.copyOf(criticalPath);
  }

  /**
   * The start of one unit.
   *
   * @param unit that is started
   * @param begin when it begins
   * @param ready when it is over, so that others may go on
   * @param result {@code done}, {@code skipped} where a condition does not hold, or how it failed
   * @param waitedFor the unit whose end lets it begin; empty for the first
   */
  public record Start(
      String unit, Duration begin, Duration ready, String result, Optional<String> waitedFor) {}
}
