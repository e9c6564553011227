package org.unitlint.catalog;

/** What one version of systemd makes of a directive. */
public enum Standing {
  /** In use. */
  CURRENT,
  /** Not known yet. */
  TOO_NEW,
  /** Taken under an old spelling. */
  LEGACY,
  /** Taken, but belongs into another section. */
  MOVED,
  /** Works, but something better is there. */
  DEPRECATED,
  /** Taken without effect. */
  IGNORED,
  /** Not known any more. */
  REMOVED,
  /** Parsed, then refused for this type of unit. */
  UNSUPPORTED
}
