package org.unitlint.catalog;

/** How sure we are of the version that brought something. */
public enum Certainty {
  /** Seen: absent in the version before. */
  EXACT,
  /** Seen to come somewhere between two versions. */
  RANGE,
  /** There in the oldest version that we know, or before under another guise. */
  OLDER,
  /** There in a source state between two versions; the number is a good guess. */
  LIKELY,
  /** Hearsay; nothing may be refused because of it. */
  SECONDARY
}
