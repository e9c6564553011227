package org.unitlint.boot;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One job on the timeline; times are microseconds.
 *
 * @param readyMicros when its wait was over: nothing that it is ordered after was left
 * @param managerMicros what the manager spent on it before it began
 * @param workMicros how long its work takes at full speed, as far as it came; it may go on when the
 *     job has ended for another's sake
 * @param startMicros when its own work began; for what never began when that was clear
 * @param endMicros when it ended
 * @param began whether it began at all; what is skipped counts as begun
 * @param waitedFor the unit whose end let it start; empty for what waited for nothing
 * @param because the unit whose failure had it started; empty for what was planned
 * @param culprit the unit for whose sake it failed or was stopped; empty where it did by itself
 * @param slackMicros by how much it could end later without the whole taking longer
 * @param retry how it is tried again after its failure; empty if it is not
 * @param goneMicros when its unit stopped again because what it is bound to did
 * @param active whether its unit is active in the end
 */
public record Entry(
    JobName job,
    long readyMicros,
    long managerMicros,
    long workMicros,
    long startMicros,
    long endMicros,
    Result result,
    boolean began,
    Optional<String> waitedFor,
    Optional<String> because,
    Optional<String> culprit,
    long slackMicros,
    Optional<Retry> retry,
    OptionalLong goneMicros,
    boolean active) {
  /**
   * That a start which failed is tried again.
   *
   * @param untilMicros when it is given up; empty if never
   */
  public record Retry(OptionalLong untilMicros) {}

  /** How long its own work took. */
  public long ownMicros() {
    return endMicros - startMicros;
  }

  /** The unit. */
  public String unit() {
    return job.unit();
  }
}
