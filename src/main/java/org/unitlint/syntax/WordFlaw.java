package org.unitlint.syntax;

import org.unitlint.source.Place;

/** Something wrong with the quotes and escapes of a word. */
public record WordFlaw(Kind kind, Place place) {
  /** The sorts of flaws. See systemd.syntax(7), "Quoting". */
  public enum Kind {
    /** A quote that nothing closes; the place is from the quote to the end. */
    UNCLOSED_QUOTE,
    /** A backslash and a character that make no known escape, or one of a NUL. */
    UNKNOWN_ESCAPE,
    /** A backslash with nothing behind it, outside of quotes. */
    TRAILING_BACKSLASH
  }
}
