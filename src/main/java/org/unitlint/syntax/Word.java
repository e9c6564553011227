package org.unitlint.syntax;

import java.util.Arrays;
import org.unitlint.source.Place;

/** A word of a value: the text without quotes and escapes, with the places of its characters. */
public final class Word {
  private final Value value;
  private final int from;
  private final int to;
  private final String text;
  private final int[] starts;
  private final int[] ends;

  /**
   * @param from where the word begins in the value, quotes included
   * @param to where it ends in the value
   * @param starts where each character of the text begins in the value
   * @param ends where each character of the text ends in the value
   */
  Word(Value value, int from, int to, String text, int[] starts, int[] ends) {
    this.value = value;
    this.from = from;
    this.to = to;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** The word without quotes, escapes replaced; bytes beyond UTF-8 as {@code Utf8} writes them. */
  public String text() {
    return text;
  }

  /** The word as written, quotes and escapes included; continuation lines joined. */
  public String raw() {
    return value.text().substring(from, to);
  }

  /** Where the word stands, quotes included. */
  public Place place() {
    return value.at(from, to);
  }

  /** Where the characters from {@code start} to {@code end}, offsets into the text, stand. */
  public Place at(int start, int end) {
    return value.at(startOf(start), end > start ? ends[end - 1] : startOf(start));
  }

  /** The word without its first {@code count} characters; where that is none, the word itself. */
  public Word without(int count) {
    if (count == 0) {
      return this;
    }
    int length = text.length();
    int first = startOf(count);
    return new Word(
        value,
        first,
        count < length ? ends[length - 1] : first,
        text.substring(count),
        Arrays.copyOfRange(starts, count, length),
        Arrays.copyOfRange(ends, count, length));
  }

  private int startOf(int index) {
    if (index < text.length()) {
      return starts[index];
    }
    return text.isEmpty() ? from : ends[index - 1];
  }

  @Override
  public String toString() {
    return text;
  }
}
