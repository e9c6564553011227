package org.unitlint.host.effective;

import java.util.Locale;

/** What becomes of a line of a unit's files. */
public enum Verdict {
  /** It counts. */
  COUNTS,
  /** A later line has taken its place. */
  REPLACED,
  /** A later line without a value has taken it back. */
  TAKEN_BACK,
  /** It has no value and takes back what stands before it. */
  TAKES_BACK,
  /** systemd ignores it. */
  IGNORED,
  /** systemd had given up reading the file before. */
  NOT_READ;

  /** The word for programs: {@code taken-back}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
