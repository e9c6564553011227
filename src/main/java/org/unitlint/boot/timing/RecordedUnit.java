package org.unitlint.boot.timing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a unit said of itself after a boot; times are microseconds since the beginning of the
 * recording. Of a unit that was started several times they are those of the last start. See
 * org.freedesktop.systemd1(5), "Unit Objects".
 *
 * @param name its own name
 * @param names all its names, its own among them; only its own where the recording does not tell
 * @param states how it stands
 * @param checkedMicros when its conditions were last looked at; empty if never
 * @param conditionHeld whether they held then; false if never looked at
 * @param startedMicros when it left the state inactive, so began to start; empty if it never did
 * @param upMicros when it became active
 * @param leftMicros when it was active no longer
 * @param downMicros when it was inactive again, or had failed
 * @param restarts how often it was restarted after a failure
 * @param triggeredBy the sockets, paths and timers that start it
 * @param mainStatus the exit status of its main process, if that has ended
 */
public record RecordedUnit(
    String name,
    List<String> names,
    States states,
    OptionalLong checkedMicros,
    boolean conditionHeld,
    OptionalLong startedMicros,
    OptionalLong upMicros,
    OptionalLong leftMicros,
    OptionalLong downMicros,
    int restarts,
    List<String> triggeredBy,
    OptionalInt mainStatus) {
  public RecordedUnit {
    names = List.copyOf(names);
    triggeredBy = List.copyOf(triggeredBy);
  }

  /**
   * systemd's words for how the unit stands; an empty text is one that the recording does not tell.
   *
   * @param load such as {@code loaded}
   * @param active such as {@code active}
   * @param sub such as {@code exited}
   * @param result such as {@code success}; units without processes have none
   */
  public record States(String load, String active, String sub, Optional<String> result) {}

  /**
   * How long its start took: until it was up, or for a oneshot that is gone again and for a start
   * that failed until it was down; empty if it never started or never came to either end.
   */
  public OptionalLong activationMicros() {
    var end = endMicros();
    return end.isPresent()
        ? OptionalLong.of(end.getAsLong() - startedMicros.getAsLong())
        : OptionalLong.empty();
  }

  /** When its start was over, see {@link #activationMicros()}. */
  public OptionalLong endMicros() {
    return isSinceStart(upMicros)
        ? upMicros
        : isSinceStart(downMicros) ? downMicros : OptionalLong.empty();
  }

  private boolean isSinceStart(OptionalLong micros) {
    return startedMicros.isPresent()
        && micros.isPresent()
        && micros.getAsLong() >= startedMicros.getAsLong();
  }

  /** Whether it was to start, but the last time its conditions did not hold. */
  public boolean isSkipped() {
    return checkedMicros.isPresent()
        && !conditionHeld
        && (startedMicros.isEmpty() || startedMicros.getAsLong() < checkedMicros.getAsLong());
  }

  /** Whether its last start, or it itself later, failed. */
  public boolean hasFailed() {
    return states.active().equals("failed");
  }

  /** When its first start began; empty if it never did or was restarted, which is not recorded. */
  public OptionalLong firstStartMicros() {
    return restarts == 0 ? startedMicros : OptionalLong.empty();
  }
}
