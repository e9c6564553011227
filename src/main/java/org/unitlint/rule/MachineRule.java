package org.unitlint.rule;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.source.Place;

/** A check of a whole machine: its folders and links. */
public non-sealed interface MachineRule extends Rule {
  /** What is wrong with the machine. */
  Stream<Diagnostic> check(Facts facts);

  /**
   * A finding of this rule as told to somebody who looks at some places only. A finding about
   * several files alike is told at one that they look at.
   */
  default Diagnostic seenFrom(Diagnostic finding, Predicate<Place> wanted) {
    return finding;
  }
}
