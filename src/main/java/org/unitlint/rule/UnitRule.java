package org.unitlint.rule;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.Unit;

/** A check of one unit with its drop-ins, and of what it says about other units. */
public non-sealed interface UnitRule extends Rule {
  /** The units that it can have something to say of; it is asked of no others. */
  default Subject subject() {
    return Subject.ANY;
  }

  /** What is wrong with the unit, which has been read: it is loaded, or refused for a setting. */
  Stream<Diagnostic> check(Unit unit, Facts facts);
}
