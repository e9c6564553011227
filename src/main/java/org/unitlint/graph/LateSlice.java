package org.unitlint.graph;

import java.util.Optional;
import org.unitlint.catalog.UnitType;

/** A slice that waits for a unit: slices come first of all. See systemd.slice(5). */
final class LateSlice implements CyclePattern {
  @Override
  public Optional<Verdict> match(Ring ring) {
    return ring.cuttable()
        .filter(e -> ring.type(e.from()) == UnitType.SLICE && ring.type(e.to()) != UnitType.SLICE)
        .findFirst()
        .map(e -> new Verdict(e, "late-slice", advice(e, ring)));
  }

  private static String advice(Edge edge, Ring ring) {
    String drop = "drop " + ring.said(edge) + ": slices come before the units in them";
    boolean late = Ring.says(edge.to(), edge) && ring.hasDefaults(edge.to());
    return late
        ? drop
            + "; a unit that must be before a slice needs `DefaultDependencies=no`, and to be"
            + " wanted by `sysinit.target`"
        : drop;
  }
}
