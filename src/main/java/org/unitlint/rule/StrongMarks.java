package org.unitlint.rule;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.source.Span;

/**
 * Finds the marks of templates that nothing in a finished unit looks like: <code>{{…}}</code>,
 * <code>{%…%}</code>, <code>{#…#}</code>, <code>&lt;%…%&gt;</code> and <code>&#64;NAME&#64;</code>.
 */
final class StrongMarks {
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_NAME = 81;

  private StrongMarks() {}

  /** The marks, in order; none overlaps another. */
  static List<Span> in(String text) {
    var marks = new ArrayList<Span>(0);
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      if (end > at) {
        marks.add(new Span(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return marks;
  }

  /** Where the mark ends that begins here; {@code at} itself where none does. */
  private static int end(String text, int at) {
    return switch (text.charAt(at)) {
      case '@' -> ofName(text, at);
      case '<' -> text.startsWith("%", at + 1) ? closed(text, at, '%', '>') : at;
      case '{' -> {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        boolean mark = next == '{' || next == '%' || next == '#';
        yield mark ? closed(text, at, next == '{' ? '}' : next, '}') : at;
      }
      default -> at;
    };
  }

  /** The end of a mark that ends with these two, on the same line. */
  private static int closed(String text, int at, char first, char second) {
    int last = Math.min(text.length() - 2, at + 2 + LONGEST_TEXT);
    for (int i = at + 2; i <= last; i++) {
      char c = text.charAt(i);
      if (c == first && text.charAt(i + 1) == second) {
        return i + 2;
      }
      if (c == '\n' || c == '\r') {
        return at;
      }
    }
    return at;
  }

  /** The end of a name between two signs; behind a small letter or a digit it is in capitals. */
  private static int ofName(String text, int at) {
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    boolean capitals = before >= 'a' && before <= 'z' || before >= '0' && before <= '9';
    int end = at + 1;
    while (end < text.length() && isOfName(text.charAt(end), end == at + 1, capitals)) {
      end++;
    }
    int length = end - at - 1;
    boolean closed = end < text.length() && text.charAt(end) == '@';
    return closed && length > 0 && length <= LONGEST_NAME ? end + 1 : at;
  }

  private static boolean isOfName(char c, boolean first, boolean capitals) {
    boolean small = c >= 'a' && c <= 'z' || !first && (c == '.' || c == '-');
    boolean digit = !first && c >= '0' && c <= '9';
    return c >= 'A' && c <= 'Z' || c == '_' || digit || !capitals && small;
  }
}
