package org.unitlint.syntax;

import org.unitlint.source.Span;

/**
 * One logical line of a unit file, or what stands between them. The elements of a file follow each
 * other without a gap, so their texts print back to the file.
 */
public sealed interface Element permits Header, Assignment, Junk, Trivia {
  /** Everything that belongs to it, line ends included. */
  Span span();
}
