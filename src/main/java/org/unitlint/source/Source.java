package org.unitlint.source;

import java.util.Arrays;

/**
 * One text with the name that people know it by. Lines end as systemd ends them: at LF, CR or NUL,
 * different ones in a row (such as CR LF) being one end.
 */
public final class Source {
  private final String name;
  private final String text;
  private int[] lineStarts;

  private Source(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** A source of the given text. */
  public static Source of(String name, String text) {
    return new Source(name, text);
  }

  /** A source of the given bytes, decoded without loss by {@link Utf8}. */
  public static Source of(String name, byte[] bytes) {
    return new Source(name, Utf8.decode(bytes));
  }

  /** The path as the user gave it, or relative to the root. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The text that the span covers. */
  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The place that covers the whole text. */
  public Place whole() {
    return place(0, text.length());
  }

  /** The place from {@code start} to {@code end}, UTF-16 offsets, end exclusive. */
  public Place place(int start, int end) {
    return new Place(this, new Span(start, end));
  }

  /** The number of the line, from 1, that holds the offset. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of the offset in its line, from 1, in code points. */
  public int column(int offset) {
    int start = starts()[line(offset) - 1];
    return text.codePointCount(start, offset) + 1;
  }

  /** The number of lines; an empty text has one. */
  public int lines() {
    return starts().length;
  }

  /** The span of the line, counted from 1, without its end. */
  public Span lineSpan(int line) {
    int start = starts()[line - 1];
    int end = line < lines() ? starts()[line] : text.length();
    while (end > start && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  /** The byte offset in the file of a UTF-16 offset in the text. */
  public int byteOffset(int offset) {
    return Utf8.length(text, 0, offset);
  }

  private synchronized int[] starts() {
    if (lineStarts == null) {
      lineStarts = lineStarts(text);
    }
    return lineStarts;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    int at = 0;
    while (at < text.length()) {
      int next = lineEnd(text, at);
      if (next == at) {
        at++;
        continue;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = next;
      at = next;
    }
    return Arrays.copyOf(starts, count);
  }

  /**
   * The offset behind the line end that begins at {@code at}; {@code at} itself where none does.
   */
  private static int lineEnd(String text, int at) {
    char first = text.charAt(at);
    if (!isLineEnd(first)) {
      return at;
    }
    int next = at + 1;
    if (first != 0 && next < text.length() && text.charAt(next) == (first == '\n' ? '\r' : '\n')) {
      next++;
    }
    if (first != 0 && next < text.length() && text.charAt(next) == 0) {
      next++;
    }
    return next;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
