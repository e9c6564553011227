package org.unitlint.boot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.Edge;

/** The cycles of a graph, with what is said of them. */
final class KnownCycles {
  private final Map<Set<Edge>, Cycle> byEdges = new HashMap<>();
  private final Map<Edge, Cycle> byBlame = new LinkedHashMap<>();

  KnownCycles(List<Cycle> cycles) {
    for (Cycle cycle : cycles) {
      byEdges.putIfAbsent(Set.copyOf(cycle.edges()), cycle);
      byBlame.putIfAbsent(cycle.blame(), cycle);
    }
  }

  /** What is said of a cycle of the same orderings, or one that ends with one of them. */
  Optional<String> advice(List<Edge> edges) {
    return Optional.ofNullable(byEdges.get(new HashSet<>(edges)))
        .or(() -> blamed(Set.copyOf(edges)))
        .map(Cycle::advice);
  }

  private Optional<Cycle> blamed(Set<Edge> edges) {
    return byBlame.values().stream().filter(c -> edges.contains(c.blame())).findFirst();
  }
}
