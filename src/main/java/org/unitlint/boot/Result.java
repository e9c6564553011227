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
  TIMEOUT;

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether what needs the unit can go on. */
  boolean isGood() {
    return this == DONE || this == SKIPPED;
  }
}
