package org.unitlint.graph;

import java.util.Optional;

/** A mistake that is known to make ordering cycles. */
interface CyclePattern {
  /**
   * What is to blame for a cycle.
   *
   * @param edge best taken away
   * @param pattern the mistake, in words joined by dashes
   * @param advice what to do, in words
   */
  record Verdict(Edge edge, String pattern, String advice) {}

  /** What is to blame, if it is that mistake. */
  Optional<Verdict> match(Ring ring);
}
