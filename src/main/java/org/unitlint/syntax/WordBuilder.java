package org.unitlint.syntax;

import java.util.Arrays;
import org.unitlint.source.Utf8;

/** Puts a word together from characters and the places in the value where they come from. */
final class WordBuilder {
  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[16];
  private int[] ends = new int[16];

  /** Adds a character that stands from {@code start} to {@code end} in the value. */
  void add(char c, int start, int end) {
    int length = text.length();
    if (length == starts.length) {
      starts = Arrays.copyOf(starts, length * 2);
      ends = Arrays.copyOf(ends, length * 2);
    }
    text.append(c);
    starts[length] = start;
    ends[length] = end;
  }

  /** Adds characters that all stand there. */
  void add(String piece, int start, int end) {
    piece.chars().forEach(c -> add((char) c, start, end));
  }

  Word word(Value value, int from, int to) {
    String bytes = text.toString();
    String whole = Utf8.hasSurrogates(bytes) ? Utf8.decode(Utf8.encode(bytes)) : bytes;
    if (whole.length() < bytes.length()) {
      merge(bytes, whole);
    }
    int length = whole.length();
    return new Word(
        value, from, to, whole, Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
  }

  /** Moves the places where bytes from escapes of their own have become one character. */
  private void merge(String bytes, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length(); i++) {
      if (whole.charAt(i) == bytes.charAt(at)) {
        place(i, at, at);
        at++;
        continue;
      }
      int units = Character.charCount(whole.codePointAt(i));
      int last = at + Utf8.length(whole, i, i + units) - 1;
      place(i, at, last);
      place(i + units - 1, at, last);
      i += units - 1;
      at = last + 1;
    }
  }

  private void place(int index, int first, int last) {
    int start = starts[first];
    int end = ends[last];
    starts[index] = start;
    ends[index] = end;
  }
}
