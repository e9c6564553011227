package org.unitlint.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unitlint.graph.CyclePattern.Verdict;

/** No known mistake: the edge that costs least to take away. */
final class CheapestCut {
  /** Of an edge that somebody wrote, by who it was. */
  private static final List<Integer> WRITTEN = List.of(0, 2, 6);

  /** Of an edge that systemd adds, by whose unit has it. */
  private static final List<Integer> ADDED = List.of(4, 7, 9);

  /** Of an edge that systemd adds because of a setting so much less. */
  private static final int SAID_BY_SETTING = 2;

  private static final int NEEDED = 3;
  private static final int WANTED = 1;
  private static final int OTHER_CYCLES_STAY = 2;

  /** What is to blame for the cycle. */
  Verdict judge(Ring ring) {
    var edge = best(ring);
    if (Ring.isCuttable(edge)) {
      String advice = "drop " + ring.said(edge) + ": " + String.join(", ", why(edge, ring));
      return new Verdict(edge, "cheapest-cut", advice);
    }
    return new Verdict(edge, "cheapest-cut", changing(edge));
  }

  /** What to do about an edge that systemd adds. */
  private static String changing(Edge edge) {
    if (Ring.isOnly(edge, Addition.TARGET_MEMBER)) {
      return "let another target than `" + edge.from() + "` start `" + edge.to() + "`";
    }
    var reason = edge.reason();
    if (reason.isDefault()) {
      return "set `DefaultDependencies=no` in `"
          + reason.unit()
          + "`, with `After=` and `Before=` for what it needs";
    }
    String why = reason.addition().map(a -> ": " + a.text()).orElse("");
    String other = edge.other(reason.unit());
    return "change `" + reason.unit() + "` so that it has no order with `" + other + "`" + why;
  }

  /** The edge that costs least. */
  Edge best(Ring ring) {
    return ring.edges().stream()
        .min(
            Comparator.comparingInt((Edge e) -> cost(e, ring))
                .thenComparingInt(ring::left)
                .thenComparing(e -> e.reason().kind() != Dependency.AFTER)
                .thenComparing(Edge.ORDER))
        .orElseThrow();
  }

  private static int cost(Edge edge, Ring ring) {
    var byOwner = Ring.isCuttable(edge) ? WRITTEN : ADDED;
    int implied = !Ring.isCuttable(edge) && Ring.isOfSettings(edge) ? SAID_BY_SETTING : 0;
    int cost = byOwner.get(ring.owner(edge).ordinal()) - implied;
    int needed = ring.pull(edge).map(p -> p.kind().needs() ? NEEDED : WANTED).orElse(0);
    return cost + needed + (ring.left(edge) > 0 ? OTHER_CYCLES_STAY : 0);
  }

  private static List<String> why(Edge edge, Ring ring) {
    var why = new ArrayList<String>();
    if (ring.owner(edge) == Ring.Owner.ADMINISTRATOR
        && ring.edges().stream().anyMatch(e -> ring.owner(e) != Ring.Owner.ADMINISTRATOR)) {
      why.add("it is not part of a package");
    }
    if (ring.pull(edge).isEmpty()) {
      why.add("`" + edge.from() + "` does not need `" + edge.to() + "`");
    }
    if (ring.left(edge) == 0 && ring.edges().stream().anyMatch(e -> ring.left(e) > 0)) {
      why.add("no other cycle is left then");
    }
    if (why.isEmpty()) {
      why.add("it costs least");
    }
    return why;
  }
}
