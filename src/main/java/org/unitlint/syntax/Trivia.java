package org.unitlint.syntax;

import org.unitlint.source.Span;

/** What systemd skips between the lines that count. */
public record Trivia(Kind kind, Span span) implements Element {
  /** The sorts of trivia. */
  public enum Kind {
    /** A comment line. */
    COMMENT,
    /** An empty line, or blanks at the start of a line. */
    BLANK,
    /** A UTF-8 byte order mark. */
    BYTE_ORDER_MARK
  }
}
