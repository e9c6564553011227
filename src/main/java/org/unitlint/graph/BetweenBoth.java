package org.unitlint.graph;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A unit that says it comes before one and after another, which are the other way round. */
final class BetweenBoth implements CyclePattern {
  @Override
  public Optional<Verdict> match(Ring ring) {
    return candidates(ring)
        .min(Comparator.comparing(ring::owner).thenComparingInt(ring::left))
        .map(e -> new Verdict(e, "between-both", advice(e, ring)));
  }

  /** The edges by which such units wait. */
  private static Stream<Edge> candidates(Ring ring) {
    return ring.cuttable()
        .filter(e -> Ring.says(e.from(), e))
        .filter(e -> Ring.isCuttable(ring.before(e)) && Ring.says(e.from(), ring.before(e)));
  }

  /** Whether there is such a unit of somebody who is likelier to be at fault. */
  static boolean hasLikelier(Ring ring, Ring.Owner than) {
    return candidates(ring).anyMatch(e -> ring.owner(e).compareTo(than) < 0);
  }

  private static String advice(Edge edge, Ring ring) {
    var other = ring.before(edge);
    String unit = edge.from();
    return "drop "
        + Ring.saidBy(unit, edge)
        + " or "
        + Ring.saidBy(unit, other)
        + " in `"
        + unit
        + "`: `"
        + edge.to()
        + "` itself comes after `"
        + other.from()
        + "`";
  }
}
