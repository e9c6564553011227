package org.unitlint.boot;

import java.util.Locale;

/** How a job ends. See systemd's job results. */
public enum Result {
  /** The unit is as the job wanted it. */
  DONE,
  /** A condition did not hold: nothing was started, and nobody minds. */
  SKIPPED,
  /** The start failed. */
  FAILED,
  /** What the unit needs failed or is not active. */
  DEPENDENCY,
  /** It took longer than it may. */
  TIMEOUT,
  /** Something else stopped the unit meanwhile. */
  CANCELED,
  /** An assertion did not hold. */
  ASSERT,
  /** The machine has nothing of the kind. */
  UNSUPPORTED,
  /** The manager could not even begin it. */
  RESOURCES,
  /** It would only have been looked at or told something, and it is not active. */
  INACTIVE,
  /** It waits for ever, for what it waits for waits for it. */
  STUCK;

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether what needs the unit can go on. */
  public boolean isGood() {
    return this == DONE || this == SKIPPED;
  }

  /** Whether the jobs of what needs the unit fail with it. See job_finish_and_invalidate. */
  boolean failsOthers() {
    return !isGood() && this != CANCELED;
  }

  /** Whether it is so before anything begins. */
  boolean isEarly() {
    return this == ASSERT || this == UNSUPPORTED || this == RESOURCES;
  }
}
