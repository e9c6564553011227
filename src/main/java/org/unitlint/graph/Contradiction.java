package org.unitlint.graph;

import java.util.Optional;

/** Two units which both say that the other comes first. */
final class Contradiction implements CyclePattern {
  @Override
  public Optional<Verdict> match(Ring ring) {
    if (ring.edges().size() != 2 || ring.cuttable().count() != 2) {
      return Optional.empty();
    }
    var edge = new CheapestCut().best(ring);
    var other = ring.after(edge);
    boolean meant = ring.pull(other).isPresent() && ring.pull(edge).isEmpty();
    String advice =
        meant
            ? "drop "
                + ring.said(edge)
                + ": `"
                + other.from()
                + "` pulls in `"
                + other.to()
                + "`, so that comes first"
            : "drop " + ring.said(edge) + " or " + ring.said(other) + ": only one can hold";
    return Optional.of(new Verdict(edge, "contradiction", advice));
  }
}
