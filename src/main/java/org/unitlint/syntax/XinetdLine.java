package org.unitlint.syntax;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.source.Span;

/**
 * One line of a file that xinetd reads.
 *
 * @param span the whole line with its end; the lines of a file follow each other without a gap
 * @param seen the part that xinetd sees: up to the line feed, or to a NUL before it
 */
public record XinetdLine(Source source, Kind kind, Span span, Span seen) {
  /** The sorts of lines. */
  public enum Kind {
    COMMENT,
    EMPTY,
    /** Nothing but an opening brace. */
    OPEN,
    /** Nothing but a closing brace. */
    CLOSE,
    /** A head, an attribute, or what should be one. */
    WORDS
  }

  /** Whether xinetd does not take notice of it. */
  public boolean isSkipped() {
    return kind == Kind.COMMENT || kind == Kind.EMPTY;
  }

  /** The place of what xinetd sees, without the white space around it. */
  public Place place() {
    String text = source.text();
    int start = seen.start();
    int end = seen.end();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return source.place(start, end);
  }

  /** Its words, which blanks and tabs alone divide: other white space belongs to a word. */
  List<Value> words() {
    return words(source, seen.start(), seen.end());
  }

  static List<Value> words(Source source, int from, int to) {
    var words = new ArrayList<Value>();
    String text = source.text();
    int at = from;
    while (at < to) {
      int start = at;
      while (at < to && !isBlank(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(Value.of(source, text.substring(start, at), start));
      }
      at++;
    }
    return words;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** As isspace(3) in the C locale. */
  static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
