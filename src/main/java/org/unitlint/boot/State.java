package org.unitlint.boot;

/** What a unit is at some time of a simulation. */
enum State {
  INACTIVE,
  /** Its start is under way, whether or not a job waits for that. */
  STARTING,
  ACTIVE,
  FAILED,
  /** It failed, and will be started again. */
  RETRYING;

  /** Whether it is neither active nor on the way. See UNIT_IS_INACTIVE_OR_FAILED of systemd. */
  boolean isDown() {
    return this == INACTIVE || this == FAILED;
  }
}
