package org.unitlint.report.draw;

/** What frames are drawn around. */
public enum Grouping {
  NONE,
  /** The units that a target pulls in. */
  TARGET,
  /** The units of a slice. */
  SLICE
}
