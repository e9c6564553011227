package org.unitlint.syntax;

import java.util.List;
import org.unitlint.source.Span;

/**
 * A line that has another file read, or all of a folder.
 *
 * @param folder whether the path is of a folder
 * @param ignored the words behind the path
 */
public record XinetdInclude(
    Span span, Value keyword, boolean folder, Value path, List<Value> ignored)
    implements XinetdItem {
  public XinetdInclude {
    ignored = List.copyOf(ignored);
  }
}
