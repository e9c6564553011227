package org.unitlint.syntax;

import org.unitlint.source.Span;

/** What a file of xinetd is made of, lines that count for nothing aside. */
public sealed interface XinetdItem permits XinetdEntry, XinetdInclude {
  /** From its first line to the end of its last. */
  Span span();
}
