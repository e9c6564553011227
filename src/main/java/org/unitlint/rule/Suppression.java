package org.unitlint.rule;

import java.util.List;
import java.util.Optional;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Place;
import org.unitlint.source.Span;

/**
 * A comment that keeps findings of some rules silent: {@code # unitlint: ignore=U214 -- reason}
 * those of the line below it, {@code ignore-file=} those of the whole file.
 *
 * @param comment the whole line, its end included
 * @param text what it says, from {@code ignore} to the last rule
 * @param reach where the findings begin that it keeps silent
 * @param flaw what is wrong with how it is written
 */
record Suppression(
    Place comment, Place text, boolean wholeFile, Span reach, List<Id> ids, Optional<Flaw> flaw) {
  Suppression {
    ids = List.copyOf(ids);
  }

  /**
   * What it calls a rule.
   *
   * @param rule empty where no rule has that code or name
   */
  record Id(Place place, Optional<RuleInfo> rule) {}

  /** Something that is wrong with how a suppression is written. */
  interface Flaw {
    /** It as a finding of the rule. */
    Diagnostic told(RuleInfo rule);
  }
}
