package org.unitlint.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitName;

/**
 * The order in which systemd's load queue comes to the units: the last that was named is loaded
 * first. A few dependencies depend on it.
 */
final class LoadOrder {
  private final Machine machine;
  private final Map<String, Declared> units;
  private final Map<String, Integer> order = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private final ArrayDeque<String> queue = new ArrayDeque<>();

  private LoadOrder(Machine machine, Map<String, Declared> units) {
    this.machine = machine;
    this.units = units;
  }

  /** The order for those units, of which some are always there and some are asked for. */
  static LoadOrder of(
      Machine machine,
      Map<String, Declared> units,
      Collection<String> perpetual,
      Collection<UnitName> roots) {
    var order = new LoadOrder(machine, units);
    for (String name : perpetual) {
      order.named.add(name);
      order.load(name);
    }
    roots.forEach(root -> order.name(root.toString()));
    while (!order.queue.isEmpty()) {
      order.load(order.queue.pop());
    }
    return order;
  }

  private void name(String name) {
    if (named.add(name)) {
      queue.push(name);
    }
  }

  private void load(String name) {
    var own = UnitName.parse(name).map(machine::unit).map(u -> u.name().toString()).orElse(name);
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
    return order.getOrDefault(unit, -1) < order.getOrDefault(other, -1);
  }
}
