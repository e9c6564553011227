package org.unitlint.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/**
 * The order in which systemd's load queue comes to the units: the last that was named is loaded
 * first. A few dependencies depend on it, so it is worked out when first asked for.
 */
final class LoadOrder {
  private final Map<String, Unit> byName;
  private final Map<String, Declared> units;
  private final Collection<String> perpetual;
  private final Collection<UnitName> roots;
  private final Map<String, Integer> order = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private final ArrayDeque<String> queue = new ArrayDeque<>();

  /** The order for those units, of which some are always there and some are asked for. */
  LoadOrder(
      Map<String, Unit> byName,
      Map<String, Declared> units,
      Collection<String> perpetual,
      Collection<UnitName> roots) {
    this.byName = byName;
    this.units = units;
    this.perpetual = perpetual;
    this.roots = roots;
  }

  private void replay() {
    for (String name : perpetual) {
      named.add(name);
      load(name);
    }
    roots.forEach(root -> name(root.toString()));
    while (!queue.isEmpty()) {
      load(queue.pop());
    }
  }

  private void name(String name) {
    if (named.add(name)) {
      queue.push(name);
    }
  }

  private void load(String name) {
    var unit = byName.get(name);
    String own = unit == null ? name : unit.name().toString();
    var declared = units.get(own);
    if (declared == null || order.putIfAbsent(own, order.size()) != null) {
      return;
    }
    declared.touched().forEach(this::name);
    if (Declarations.isComplete(declared.unit())) {
      declared.paths().forEach(p -> GraphLoader.mountsOf(p.path()).forEach(this::name));
    }
  }

  /** Whether the one unit was loaded before the other. */
  boolean isBefore(String unit, String other) {
    if (order.isEmpty()) {
      replay();
    }
    return order.getOrDefault(unit, -1) < order.getOrDefault(other, -1);
  }
}
