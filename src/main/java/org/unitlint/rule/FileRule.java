package org.unitlint.rule;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;

/** A check of one unit file or drop-in by itself. */
public non-sealed interface FileRule extends Rule {
  /** What is wrong with the file. */
  Stream<Diagnostic> check(CheckedFile file, Facts facts);
}
