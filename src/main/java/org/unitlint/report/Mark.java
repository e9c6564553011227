package org.unitlint.report;

import java.util.List;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.source.Span;

/**
 * A stretch of one line to be underlined.
 *
 * @param line counted from 1
 * @param span within the line, without its end; empty for a point
 * @param primary whether this is what the finding is about, not a label
 * @param text what to say about it; may be empty
 */
record Mark(int line, Span span, boolean primary, String text) {
  /**
   * The marks of a place: one, or where it runs over several lines, one on the first and one, which
   * has the text, on the last.
   */
  static List<Mark> of(Place place, boolean primary, String text) {
    var source = place.source();
    var span = place.span();
    int first = source.line(span.start());
    int last = lastLine(source, span);
    if (first == last) {
      return List.of(new Mark(first, within(source, first, span), primary, text));
    }
    var head = within(source, first, span);
    var tail = withoutIndent(source, within(source, last, span));
    return List.of(new Mark(first, head, primary, ""), new Mark(last, tail, primary, text));
  }

  /** The last line that the span touches; a line end alone does not touch the next line. */
  private static int lastLine(Source source, Span span) {
    int line = source.line(span.end());
    return span.isEmpty() || source.lineSpan(line).start() < span.end()
        ? line
        : source.line(span.end() - 1);
  }

  private static Span within(Source source, int line, Span span) {
    var all = source.lineSpan(line);
    int start = Math.min(Math.max(span.start(), all.start()), all.end());
    int end = Math.max(start, Math.min(span.end(), all.end()));
    return new Span(start, end);
  }

  private static Span withoutIndent(Source source, Span span) {
    int start = span.start();
    while (start < span.end() - 1 && Character.isWhitespace(source.text().charAt(start))) {
      start++;
    }
    return new Span(start, span.end());
  }
}
