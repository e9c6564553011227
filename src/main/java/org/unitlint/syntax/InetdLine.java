package org.unitlint.syntax;

import java.util.List;
import org.unitlint.source.Span;

/**
 * A line of inetd.conf that says something.
 *
 * @param fields the words between blanks and tabs; at least one
 */
public record InetdLine(Span span, List<Value> fields) {
  public InetdLine {
    fields = List.copyOf(fields);
  }
}
