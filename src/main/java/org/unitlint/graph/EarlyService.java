package org.unitlint.graph;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A unit before something at the beginning of the boot, or before the network is set up, which
 * itself comes late: with default dependencies it waits for basic.target. See systemd.service(5),
 * "Default Dependencies".
 */
final class EarlyService implements CyclePattern {
  private static final String NETWORK_PRE = "network-pre.target";

  @Override
  public Optional<Verdict> match(Ring ring) {
    return candidates(ring)
        .filter(e -> !BetweenBoth.hasLikelier(ring, ring.owner(e)))
        .findFirst()
        .map(e -> new Verdict(e, "early-service", advice(e, ring)));
  }

  private static Stream<Edge> candidates(Ring ring) {
    return Stream.of(
            ring.cuttable().filter(e -> e.from().equals(NETWORK_PRE) && Ring.says(e.to(), e)),
            ring.cuttable().filter(e -> isLate(e, ring) && ring.isEarlyUnit(e)),
            ring.edges().stream()
                .filter(e -> Ring.isOnly(e, Addition.TARGET_MEMBER) && Ring.isEarly(e.from()))
                .filter(e -> isLate(e, ring)))
        .flatMap(edges -> edges);
  }

  /** Whether the unit that is waited for itself waits by default for the start of the boot. */
  private static boolean isLate(Edge edge, Ring ring) {
    var next = ring.after(edge);
    return !Ring.isCuttable(next) && next.isDefault() && Ring.isEarly(next.to());
  }

  private static String advice(Edge edge, Ring ring) {
    String late = edge.to();
    if (!Ring.isCuttable(edge)) {
      return "let a later target than `"
          + edge.from()
          + "` start `"
          + late
          + "`: services wait for `basic.target` by default, or need `DefaultDependencies=no`";
    }
    String drop = "drop " + ring.said(edge);
    if (!Ring.says(late, edge)) {
      return drop + ": `" + late + "` comes later than `" + edge.from() + "`";
    }
    if (!isLate(edge, ring)) {
      return drop + ": `" + late + "` waits for `" + ring.after(edge).to() + "`, which is later";
    }
    return "set `DefaultDependencies=no` in `"
        + late
        + "`, with `After=` for what it needs, or drop its "
        + Ring.saidBy(late, edge)
        + ": by default it waits for `"
        + ring.after(edge).to()
        + "`, which is later";
  }
}
