package org.unitlint.catalog;

/** What became of a directive; counts from the version in which it was deprecated. */
public enum Status {
  /** In use. */
  CURRENT(Standing.CURRENT),
  /** An old spelling of another directive, silently taken. */
  LEGACY_ALIAS(Standing.LEGACY),
  /** Belongs into another section now, and is still taken here. */
  MOVED(Standing.MOVED),
  /** Works, but something better is there. */
  DEPRECATED(Standing.DEPRECATED),
  /** Taken without effect. */
  IGNORED(Standing.IGNORED),
  /** Not known any more. */
  REMOVED(Standing.REMOVED),
  /** Parsed in this section, then refused for this type of unit. */
  UNSUPPORTED(Standing.UNSUPPORTED);

  private final Standing standing;

  Status(Standing standing) {
    this.standing = standing;
  }

  /** How a directive of this status stands once the status counts. */
  Standing standing() {
    return standing;
  }
}
