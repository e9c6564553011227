package org.unitlint.syntax;

import java.util.Arrays;
import org.unitlint.source.Source;

/** Puts a value together from the pieces of its lines. */
final class Joined {
  private final Source source;
  private final StringBuilder joined = new StringBuilder();
  private String only = "";
  private int[] starts = new int[1];
  private int[] offsets = new int[1];
  private int pieces;

  Joined(Source source) {
    this.source = source;
  }

  /** Adds a piece that stands at the offset of the source. */
  void add(int offset, String piece) {
    if (pieces == starts.length) {
      starts = Arrays.copyOf(starts, pieces * 4);
      offsets = Arrays.copyOf(offsets, pieces * 4);
    }
    if (pieces == 1) {
      joined.append(only);
    }
    starts[pieces] = joined.length();
    offsets[pieces++] = offset;
    if (pieces == 1) {
      only = piece;
    } else {
      joined.append(piece);
    }
  }

  /** The value without blanks at its ends. */
  Value stripped() {
    if (pieces == 0) {
      return Value.of(source, "", 0);
    }
    String text = pieces == 1 ? only : joined.toString();
    var whole =
        new Value(source, text, Arrays.copyOf(starts, pieces), Arrays.copyOf(offsets, pieces));
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return start == 0 && end == text.length() ? whole : whole.part(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
