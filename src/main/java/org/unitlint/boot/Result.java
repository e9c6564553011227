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
  RESOURCES;

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether what needs the unit can go on. */
  public boolean isGood() {
    return this == DONE || this == SKIPPED;
  }

  /** Whether it is so before anything begins. */
  boolean isEarly() {
    return this == ASSERT || this == UNSUPPORTED || this == RESOURCES;
  }
}
