package org.unitlint.rule;

import org.unitlint.diagnostic.RuleInfo;

/** One check. It has no state; it returns what it found. */
public sealed interface Rule permits FileRule, UnitRule, MachineRule {
  /** What is known of the rule without running it. */
  RuleInfo info();
}
