package org.unitlint.rule;

import org.unitlint.diagnostic.RuleInfo;

/** What somebody wants to be told, file by file. */
@FunctionalInterface
public interface Control {
  /** What findings of the rule count as in the file at that path of the tree. */
  Level level(RuleInfo rule, String path);

  /** What is there though no file shows it. */
  default Known known() {
    return Known.NONE;
  }
}
