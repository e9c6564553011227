package org.unitlint.report;

/**
 * Breaks lines at blanks so that they fit a terminal; further lines are indented. Lines of a frame,
 * which show a piece of a file, stay as they are, and so does a longer word.
 */
public final class Margin {
  private static final int LEAST = 20;
  private static final int INDENT = 4;
  private static final char ESCAPE = '\033';

  private Margin() {}

  /** The line in as many as it takes, none with an end of line behind the last. */
  public static String fit(String line, int columns) {
    int width = Math.max(LEAST, columns);
    if (width(line, 0, line.length()) <= width || isFramed(line)) {
      return line;
    }
    String indent = " ".repeat(indent(line, width));
    var out = new StringBuilder(line.length() + 16);
    int start = 0;
    int room = width;
    while (true) {
      int end = end(line, start, room);
      out.append(line, start, end);
      start = end;
      while (start < line.length() && line.charAt(start) == ' ') {
        start++;
      }
      if (start == line.length()) {
        return out.toString();
      }
      out.append('\n').append(indent);
      room = width - indent.length();
    }
  }

  /** Where the last word ends that fits into the room; behind the first one at least. */
  private static int end(String line, int start, int room) {
    int last = -1;
    int used = 0;
    boolean word = false;
    for (int at = start; at < line.length(); ) {
      int next = next(line, at);
      if (line.charAt(at) == ' ') {
        if (word && line.charAt(at - 1) != ' ') {
          last = at;
        }
      } else {
        word = true;
      }
      used += width(line, at, next);
      boolean blank = line.charAt(at) == ' ';
      if (used > room && last >= 0) {
        return last;
      }
      at = next;
      if (used > room && blank) {
        return at;
      }
    }
    return line.length();
  }

  /** As far in as the text behind a label such as {@code = note: }. */
  private static int indent(String line, int width) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    if (line.startsWith("= ", at)) {
      int colon = line.indexOf(": ", at);
      at = colon > 0 && colon < at + 2 * INDENT ? colon + 2 : at + 2;
      return at <= width / 2 ? at : INDENT;
    }
    return at + INDENT <= width / 2 ? at + INDENT : INDENT;
  }

  /** Whether it is {@code 12 | text}, with or without the number. */
  private static boolean isFramed(String line) {
    int at = 0;
    boolean number = false;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '|') {
        return true;
      }
      if (c == ESCAPE) {
        at = next(line, at);
        continue;
      }
      number |= c >= '0' && c <= '9';
      if (c != ' ' && !(c >= '0' && c <= '9')) {
        return false;
      }
      at++;
    }
    return number;
  }

  /** The cells of a part, sequences that colour it left out. */
  private static int width(String line, int from, int to) {
    int width = 0;
    for (int at = from; at < to; ) {
      int next = next(line, at);
      width += line.charAt(at) == ESCAPE ? 0 : Cells.width(line.codePointAt(at));
      at = next;
    }
    return width;
  }

  private static int next(String line, int at) {
    if (line.charAt(at) != ESCAPE) {
      return at + Character.charCount(line.codePointAt(at));
    }
    int end = line.indexOf('m', at);
    return end < 0 ? line.length() : end + 1;
  }
}
