package org.unitlint.boot;

import java.util.Optional;

/**
 * One job on the timeline; times are microseconds since the first job.
 *
 * @param readyMicros when its first wait was over: nothing that it is ordered after was left
 * @param startMicros when its own work began; what fails for another's sake never begins
 * @param endMicros when it ended
 * @param waitedFor the unit whose end let it start; empty for what waited for nothing
 * @param slackMicros by how much it could end later without the whole taking longer
 */
public record Entry(
    JobName job,
    long readyMicros,
    long startMicros,
    long endMicros,
    Result result,
    Optional<String> waitedFor,
    long slackMicros) {

  /** How long its own work took. */
  public long ownMicros() {
    return endMicros - startMicros;
  }
}
