package org.unitlint.rule;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;

/** A check of a whole machine: its folders and links. */
public non-sealed interface MachineRule extends Rule {
  /** What is wrong with the machine. */
  Stream<Diagnostic> check(Facts facts);
}
