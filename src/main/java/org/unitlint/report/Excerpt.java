package org.unitlint.report;

import java.util.List;
import org.unitlint.source.Source;
import org.unitlint.source.Span;

/**
 * One line as it is shown: clean, tabs as blanks, and of a very long line only the part around its
 * marks, with an ellipsis where something is left out.
 */
final class Excerpt {
  private static final int MAX_WIDTH = 160;
  private static final int LEAD = 40;
  private static final String TAB = "    ";
  private static final String ELLIPSIS = "…";

  private final String text;
  private final Span line;

  /** The part that is shown. */
  private final Span part;

  private Excerpt(String text, Span line, Span part) {
    this.text = text;
    this.line = line;
    this.part = part;
  }

  /** The line with the marks, all of which are on it; there is at least one. */
  static Excerpt of(Source source, List<Mark> marks) {
    var line = source.lineSpan(marks.get(0).line());
    return new Excerpt(source.text(), line, part(source.text(), line, focus(source, marks)));
  }

  /** All marks where they fit into one part, else the finding's own, else the first. */
  private static Span focus(Source source, List<Mark> marks) {
    var all = marks.get(0).span();
    var main = marks.get(0);
    for (Mark mark : marks) {
      all = all.to(mark.span());
      main = mark.primary() && !main.primary() ? mark : main;
    }
    int room = MAX_WIDTH - LEAD - 2;
    return forward(source.text(), all.start(), all.end(), room) == all.end() ? all : main.span();
  }

  private static Span part(String text, Span line, Span focus) {
    if (forward(text, line.start(), line.end(), MAX_WIDTH) == line.end()) {
      return line;
    }
    int room = MAX_WIDTH - 2;
    int start = backward(text, focus.start(), line.start(), LEAD);
    int end = forward(text, start, line.end(), room);
    return new Span(end == line.end() ? backward(text, end, line.start(), room) : start, end);
  }

  /** The offset, at most {@code limit}, up to which the text fits into the room. */
  private static int forward(String text, int from, int limit, int room) {
    int at = from;
    int used = 0;
    while (at < limit) {
      int c = text.codePointAt(at);
      used += width(c);
      if (used > room) {
        return at;
      }
      at += Character.charCount(c);
    }
    return limit;
  }

  private static int backward(String text, int from, int limit, int room) {
    int at = from;
    int used = 0;
    while (at > limit) {
      int c = text.codePointBefore(at);
      used += width(c);
      if (used > room) {
        return at;
      }
      at -= Character.charCount(c);
    }
    return limit;
  }

  private static int width(int c) {
    return c == '\t' ? TAB.length() : Cells.width(c);
  }

  /** The shown text, without blanks at its end. */
  String shown() {
    var out = new StringBuilder(part.length() + 16);
    if (cutBefore()) {
      out.append(ELLIPSIS);
    }
    int c;
    for (int at = part.start(); at < part.end(); at += Character.charCount(c)) {
      c = text.codePointAt(at);
      if (c == '\t') {
        out.append(TAB);
      } else {
        out.appendCodePoint(Cells.shown(c));
      }
    }
    if (cutAfter()) {
      out.append(ELLIPSIS);
    }
    return withoutTrailingBlanks(out);
  }

  private static String withoutTrailingBlanks(StringBuilder out) {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    return out.substring(0, end);
  }

  /** The cell, from 0, that the span starts at; for what is left out, the ellipsis. */
  int startCell(Span span) {
    int offset = base(span);
    if (offset < part.start()) {
      return 0;
    }
    return cell(Math.min(offset, part.end()));
  }

  /** The cell behind the span; at least one behind its start. */
  int endCell(Span span) {
    int behind = 1 + startCell(span);
    if (span.end() < part.start()) {
      return behind;
    }
    int cut = cutAfter() && span.end() > part.end() ? 1 : 0;
    return Math.max(behind, cell(Math.min(span.end(), part.end())) + cut);
  }

  /** Where the character starts that a span begins in: before a combining mark, or in a pair. */
  private int base(Span span) {
    int at = span.start();
    while (at > line.start() && at < line.end() && continues(at)) {
      at--;
    }
    return at;
  }

  private boolean continues(int at) {
    char c = text.charAt(at);
    return Character.isLowSurrogate(c)
        ? Character.isHighSurrogate(text.charAt(at - 1))
        : width(text.codePointAt(at)) == 0;
  }

  private int cell(int offset) {
    int cell = cutBefore() ? 1 : 0;
    int c;
    for (int at = part.start(); at < offset; at += Character.charCount(c)) {
      c = text.codePointAt(at);
      cell += width(c);
    }
    return cell;
  }

  private boolean cutBefore() {
    return part.start() > line.start();
  }

  private boolean cutAfter() {
    return part.end() < line.end();
  }
}
