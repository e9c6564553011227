package org.unitlint.diff;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.graph.Edge;

/** Compares the dependencies of two sides. */
final class Edges {
  private Edges() {}

  /** Those that are on one side only; other reasons for the same dependency are no change. */
  static List<Changed<Edge>> changes(Side before, Side after) {
    return Changed.between(edges(before), edges(after), (a, b) -> true);
  }

  private static SortedMap<Edge, Edge> edges(Side side) {
    var edges = new TreeMap<Edge, Edge>(Edge.ORDER);
    side.graph().unsorted().filter(e -> isOwn(e, side)).forEach(e -> edges.put(e, e));
    return edges;
  }

  /** Units of systemd that stand in for missing ones say nothing of each other that is new. */
  private static boolean isOwn(Edge edge, Side side) {
    return side.graph().machine() == side.machine()
        || !isAssumed(side, edge.from())
        || !isAssumed(side, edge.to());
  }

  private static boolean isAssumed(Side side, String unit) {
    String file = side.graph().units().get(unit).fragmentPath();
    return file.isEmpty() || file.startsWith("/(systemd)/");
  }
}
