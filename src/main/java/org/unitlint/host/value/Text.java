package org.unitlint.host.value;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.unitlint.source.Place;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.Word;

/**
 * A value, a word of one, or a part of these: a text that knows where each character is written.
 */
public final class Text {
  private final String text;
  private final Where where;

  /** Tells where the characters from {@code start} to {@code end} are written. */
  private interface Where {
    Place at(int start, int end);
  }

  private Text(String text, Where where) {
    this.text = text;
    this.where = where;
  }

  /** A whole value. */
  public static Text of(Value value) {
    return new Text(value.text(), value::at);
  }

  /** A word without its quotes and escapes. */
  public static Text of(Word word) {
    return new Text(word.text(), word::at);
  }

  /** The characters. */
  public String text() {
    return text;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether it is exactly that. */
  public boolean is(String other) {
    return text.equals(other);
  }

  /** Where it is written. */
  public Place place() {
    return at(0, text.length());
  }

  /** Where the characters from {@code start} to {@code end} are written. */
  public Place at(int start, int end) {
    return where.at(start, end);
  }

  /** The part from {@code start} to {@code end}. */
  public Text part(int start, int end) {
    return new Text(text.substring(start, end), (s, e) -> where.at(start + s, start + e));
  }

  /** All from {@code start} on. */
  public Text from(int start) {
    return part(start, text.length());
  }

  /** Without blanks at both ends. */
  public Text strip() {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return part(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /**
   * With what specifiers stand for in their place; the characters of each are written where the
   * specifier is. Empty where {@code meaning} is for one of them.
   */
  Optional<Text> replace(Function<Character, Optional<String>> meaning) {
    if (text.indexOf('%') < 0) {
      return Optional.of(this);
    }
    var expanded = new StringBuilder();
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      int start = i;
      String put = String.valueOf(text.charAt(i));
      if (text.charAt(i) == '%' && i + 1 < text.length()) {
        var stands = meaning.apply(text.charAt(++i));
        if (stands.isEmpty()) {
          return Optional.empty();
        }
        put = stands.get();
      }
      int from = expanded.length();
      expanded.append(put);
      if (expanded.length() > starts.length) {
        starts = Arrays.copyOf(starts, expanded.length() * 2);
        ends = Arrays.copyOf(ends, starts.length);
      }
      Arrays.fill(starts, from, expanded.length(), start);
      Arrays.fill(ends, from, expanded.length(), i + 1);
    }
    return Optional.of(new Text(expanded.toString(), spread(starts, ends, expanded.length())));
  }

  /**
   * A text made of this one: each character of {@code made} is written where the characters from
   * {@code starts} to {@code ends} of this are. The end is where an empty one is written.
   */
  Text remade(String made, int[] starts, int[] ends, int end) {
    int length = made.length();
    int last = length == 0 ? end : ends[length - 1];
    return new Text(
        made,
        (s, e) ->
            where.at(
                s < length ? starts[s] : last,
                e > s ? ends[e - 1] : s < length ? starts[s] : last));
  }

  private Where spread(int[] starts, int[] ends, int length) {
    int end = text.length();
    if (length == 0) {
      return (s, e) -> where.at(0, end);
    }
    return (s, e) ->
        where.at(s < length ? starts[s] : end, e > s ? ends[e - 1] : s < length ? starts[s] : end);
  }

  @Override
  public String toString() {
    return text;
  }
}
