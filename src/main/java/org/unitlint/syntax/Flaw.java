package org.unitlint.syntax;

import org.unitlint.source.Place;

/** Something wrong with the text of a unit file, whatever its directives mean. */
public record Flaw(Kind kind, Place place) {
  /** The sorts of flaws. See systemd.syntax(7). */
  public enum Kind {
    /** A header without closing bracket, with text behind it, or with unsafe characters. */
    BAD_HEADER(true),
    /** A logical line that is not UTF-8. */
    NOT_UTF8(true),
    /** A line, alone or joined, of more than a mebibyte. */
    LONG_LINE(true),
    /** A line without {@code =}. */
    NO_EQUALS(false),
    /** An assignment without a key. */
    NO_KEY(false),
    /** A NUL byte, which ends the line for systemd. */
    NUL(false),
    /** A backslash followed by blanks at the end of a line, which continues nothing. */
    BLANK_AFTER_BACKSLASH(false),
    /** A backslash at the end of the file. */
    CONTINUED_AT_END(false);

    private final boolean fatal;

    Kind(boolean fatal) {
      this.fatal = fatal;
    }

    /** Whether systemd refuses the whole file for it. */
    public boolean isFatal() {
      return fatal;
    }
  }
}
