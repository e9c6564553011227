package org.unitlint.report.draw;

/** How much is drawn by itself. */
public enum Detail {
  /** Targets, and how many units of which type hang on each. */
  OVERVIEW,
  /** As {@link #UNITS}, but many units that are tied to the same others alike are one. */
  LEAVES,
  /** Each unit that is started, without what systemd adds by itself and what follows anyway. */
  UNITS,
  /** Each unit and each dependency. */
  EVERYTHING;

  /** With more units a picture of all is an overview. */
  private static final int FEW = 60;

  /** What suits a picture of all that is started, where that is so many units. */
  public static Detail ofAll(int started) {
    return started <= FEW ? LEAVES : OVERVIEW;
  }
}
