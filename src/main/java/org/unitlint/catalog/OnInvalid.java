package org.unitlint.catalog;

/** What systemd does about a value that it cannot read. */
public enum OnInvalid {
  /** Warns and goes on as if the line were not there. */
  IGNORED_WITH_WARNING,
  /** Refuses the whole unit: bad-setting. */
  UNIT_REJECTED,
  /** Looks at the value only when the unit is enabled. */
  CHECKED_AT_ENABLE,
  /** Does not read the value. */
  NONE
}
