package org.unitlint.rule.xinetd;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Place;

/** One check of xinetd's configuration. It has no state; it returns what it found. */
public interface XinetdRule {
  /** What is known of the rule without running it. */
  RuleInfo info();

  /** What is wrong with the configuration. */
  Stream<Diagnostic> check(XinetdView view);

  /** A finding as told to somebody who looks at some places only, such as named files. */
  default Diagnostic seenFrom(Diagnostic finding, Predicate<Place> wanted) {
    return finding;
  }
}
