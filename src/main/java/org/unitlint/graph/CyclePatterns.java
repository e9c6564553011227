package org.unitlint.graph;

import java.util.List;

/** The known mistakes that make cycles; the first that a cycle matches is the one. */
final class CyclePatterns {
  private static final List<CyclePattern> ALL =
      List.of(
          new LateMount(),
          new LateSocket(),
          new LateSlice(),
          new AfterOwnTarget(),
          new Contradiction(),
          new EarlyService(),
          new BetweenBoth());

  private CyclePatterns() {}

  /** What is to blame for the cycle. */
  static CyclePattern.Verdict judge(Ring ring) {
    for (CyclePattern pattern : ALL) {
      var verdict = pattern.match(ring);
      if (verdict.isPresent()) {
        return verdict.get();
      }
    }
    return new CheapestCut().judge(ring);
  }
}
