package org.unitlint.report.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;

/** The order of boxes that no arrow says; it counts where they are put. */
final class UnsaidOrder {
  private UnsaidOrder() {}

  /** That of the units, the earlier of each pair first. */
  static List<Diagram.Pair> of(DependencyGraph graph, Set<String> units, List<Arrow> arrows) {
    var drawn = new HashSet<Diagram.Pair>();
    arrows.forEach(a -> drawn.add(new Diagram.Pair(a.first(), a.second())));
    var unsaid = new ArrayList<Diagram.Pair>();
    for (String unit : units) {
      graph
          .others(unit, Dependency.AFTER)
          .filter(units::contains)
          .map(earlier -> new Diagram.Pair(earlier, unit))
          .filter(p -> !drawn.contains(p))
          .forEach(unsaid::add);
    }
    return unsaid;
  }
}
