package org.unitlint.source;

/** A span in a source. */
public record Place(Source source, Span span) {
  /** The text there. */
  public String text() {
    return source.text(span);
  }

  /** The line where it starts, from 1. */
  public int line() {
    return source.line(span.start());
  }

  /** The column where it starts, from 1, in code points. */
  public int column() {
    return source.column(span.start());
  }

  /** The line where it ends, from 1. */
  public int endLine() {
    return source.line(span.end());
  }

  /** The column behind its last character, from 1, in code points. */
  public int endColumn() {
    return source.column(span.end());
  }

  /** The smallest place in the same source that covers both. */
  public Place to(Place other) {
    return new Place(source, span.to(other.span));
  }

  @Override
  public String toString() {
    return source.name() + ":" + line() + ":" + column();
  }
}
