package org.unitlint.rule.xinetd;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** One check of xinetd's configuration. It has no state; it returns what it found. */
public interface XinetdRule {
  /** What is known of the rule without running it. */
  RuleInfo info();

  /** What is wrong with the configuration. */
  Stream<Diagnostic> check(XinetdView view);
}
