package org.unitlint.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies edits to texts. */
public final class Edits {
  private static final char MARK = '\uFEFF';
  private static final Pattern PLAIN_END = Pattern.compile("(?<!\r)\n(?!\r)");
  private static final Pattern END = Pattern.compile("\r\n|\n\r|\n|\r");

  private Edits() {}

  /**
   * The text with the edits made, whose places do not overlap; at one point they come in the order
   * given. LF in an edit becomes the line end of the text around it, and nothing goes before a byte
   * order mark, which stays unless an edit takes away just that.
   */
  public static String apply(String text, Collection<Edit> edits) {
    var sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(e -> e.place().span().start()));
    boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
    int first = marked && sorted.stream().noneMatch(Edits::removesMark) ? 1 : 0;
    var edited = new StringBuilder(text.length() + 64).append(text, 0, first);
    int done = first;
    for (Edit edit : sorted) {
      int start = Math.max(done, edit.place().span().start());
      edited.append(text, done, start).append(withEnds(edit.text(), text, start));
      done = Math.max(start, edit.place().span().end());
    }
    return edited.append(text, done, text.length()).toString();
  }

  /** The text that {@link #apply} puts there: what is written, with the line ends of the file. */
  public static String inserted(Edit edit) {
    var place = edit.place();
    return withEnds(edit.text(), place.source().text(), place.span().start());
  }

  /** Whether the edit takes away just the first character. */
  private static boolean removesMark(Edit edit) {
    return edit.text().isEmpty() && edit.place().span().equals(new Span(0, 1));
  }

  private static String withEnds(String inserted, String text, int offset) {
    return inserted.indexOf('\n') < 0
        ? inserted
        : PLAIN_END.matcher(inserted).replaceAll(Matcher.quoteReplacement(lineEnd(text, offset)));
  }

  /** How the line at the offset ends, the last one as the one before; LF where no line ends. */
  private static String lineEnd(String text, int offset) {
    Matcher end = END.matcher(text);
    int from = offset > 0 && text.startsWith("\r\n", offset - 1) ? offset - 1 : offset;
    if (end.find(from)) {
      return end.group();
    }
    int last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    if (last < 0) {
      return "\n";
    }
    boolean two = last > 0 && end.region(last - 1, last + 1).matches();
    return text.substring(two ? last - 1 : last, last + 1);
  }
}
