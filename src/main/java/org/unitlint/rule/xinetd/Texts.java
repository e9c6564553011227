package org.unitlint.rule.xinetd;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.syntax.XinetdAttribute;

/** The lines of a file of xinetd as text, and edits of them in the style of those around. */
final class Texts {
  private Texts() {}

  /** Where the line begins that holds the offset. */
  static int start(Source source, int offset) {
    return source.text().lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the line ends that holds the offset, without its line feed. */
  static int end(Source source, int offset) {
    int end = source.text().indexOf('\n', offset);
    return end < 0 ? source.text().length() : end;
  }

  /** The blanks at the beginning of the line that holds the offset. */
  static String indent(Source source, int offset) {
    int start = start(source, offset);
    int end = start;
    while (end < source.text().length() && isBlank(source.text().charAt(end))) {
      end++;
    }
    return source.text().substring(start, end);
  }

  /** The words from one offset to another, which blanks divide, with their places. */
  static List<Place> words(Source source, int from, int to) {
    var words = new ArrayList<Place>();
    int at = from;
    while (at < to) {
      int start = at;
      while (at < to && !isSpace(source.text().charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(source.place(start, at));
      }
      at++;
    }
    return words;
  }

  /** The words of the line that holds the place. */
  static List<Place> words(Place place) {
    var source = place.source();
    int offset = place.span().start();
    return words(source, start(source, offset), end(source, offset));
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** The edit that puts a line above that of the offset. */
  static Edit above(Source source, int offset, String line) {
    int start = start(source, offset);
    boolean mark = start == 0 && source.text().startsWith("\uFEFF");
    return new Edit(source.place(mark ? 1 : start, mark ? 1 : start), line + "\n");
  }

  /** The edit that takes away the line that holds the offset. */
  static Edit removal(Source source, int offset) {
    int start = start(source, offset);
    int end = end(source, offset);
    boolean last = end == source.text().length();
    boolean alone = last && start == 0;
    return new Edit(source.place(last && !alone ? start - 1 : start, last ? end : end + 1), "");
  }

  /** The edit that takes away the line of an attribute. */
  static Edit removal(XinetdAttribute line) {
    return removal(line.name().place().source(), line.name().place().span().start());
  }

  /**
   * The edits that take what begins at an offset out of its line, with the blanks before it, and
   * write it as a comment above the line.
   */
  static List<Edit> moveUp(Source source, int from) {
    int end = end(source, from);
    String comment = source.text().substring(from, end).stripTrailing();
    int start = from;
    while (start > 0 && isBlank(source.text().charAt(start - 1))) {
      start--;
    }
    var above = above(source, from, indent(source, from) + comment);
    return List.of(above, new Edit(source.place(start, from + comment.length()), ""));
  }

  /** Whether a comment in the manner of another language begins there. */
  static boolean isForeignComment(String word) {
    return word.startsWith(";")
        || word.startsWith("//")
        || word.startsWith("--")
        || word.startsWith("/*")
        || word.startsWith("<!--");
  }
}
