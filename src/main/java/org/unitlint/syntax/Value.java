package org.unitlint.syntax;

import java.util.Arrays;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/**
 * A text as systemd reads it from a file: continuation lines joined, blanks at both ends dropped.
 * Each character keeps its place in the file.
 */
public final class Value {
  private final Source source;
  private final String text;
  private final int[] starts;
  private final int[] offsets;

  /**
   * @param starts where in the text each piece begins, ascending, the first at 0
   * @param offsets where in the source each piece begins
   */
  Value(Source source, String text, int[] starts, int[] offsets) {
    this.source = source;
    this.text = text;
    this.starts = starts;
    this.offsets = offsets;
  }

  /** A value that is written in one piece from {@code offset} on. */
  public static Value of(Source source, String text, int offset) {
    return new Value(source, text, new int[] {0}, new int[] {offset});
  }

  /** The joined and stripped text. */
  public String text() {
    return text;
  }

  /** Whether there is no text. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether the text goes on over more than one line. */
  public boolean isContinued() {
    return starts.length > 1;
  }

  /** The place of the whole text, continuation lines included. */
  public Place place() {
    return at(0, text.length());
  }

  /** The place of the part from {@code start} to {@code end}, offsets into {@link #text()}. */
  public Place at(int start, int end) {
    int from = offset(start);
    return source.place(from, end > start ? offset(end - 1) + 1 : from);
  }

  /** The part from {@code start} to {@code end}, as a value of its own. */
  public Value part(int start, int end) {
    int first = piece(start);
    int last = piece(Math.max(start, end - 1));
    int[] from = new int[last - first + 1];
    int[] to = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      from[i] = Math.max(0, starts[first + i] - start);
      to[i] = offsets[first + i] + Math.max(0, start - starts[first + i]);
    }
    return new Value(source, text.substring(start, end), from, to);
  }

  /** The part of the text that is written before an offset into the source. */
  public Value before(int offset) {
    int end = 0;
    while (end < text.length() && offset(end) < offset) {
      end++;
    }
    return part(0, end);
  }

  private int offset(int index) {
    int piece = piece(index);
    return offsets[piece] + index - starts[piece];
  }

  private int piece(int index) {
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }

  @Override
  public String toString() {
    return text;
  }
}
