package org.unitlint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Reason;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.effective.Defaults;
import org.unitlint.host.effective.EffectiveUnit;
import org.unitlint.host.effective.GivenDefault;

/**
 * Units as systemd sees them.
 *
 * @param graph with the dependencies that systemd adds; empty where what no file says is left out
 */
public record EffectiveAnswer(Machine machine, List<Asked> units, Optional<DependencyGraph> graph) {
  public EffectiveAnswer {
    units = List.copyOf(units);
  }

  /** A unit, and the name by which it was asked for. */
  public record Asked(String name, Unit unit) {}

  /** A dependency that no line of the unit's own files says, and why it is there. */
  record Added(String kind, String unit, List<Reason> reasons) {}

  EffectiveUnit effective(Unit unit) {
    return EffectiveUnit.of(machine, unit);
  }

  /** What is so without any line; none of what was not asked for, or of what is not loaded. */
  List<GivenDefault> defaults(Unit unit) {
    return graph.isPresent() && unit.isLoaded() ? Defaults.of(machine, unit) : List.of();
  }

  /** The dependencies by systemd's own rules, and by links in folders of the unit; by name. */
  List<Added> added(Unit unit) {
    String name = unit.name().toString();
    if (graph.filter(g -> g.units().containsKey(name)).isEmpty()) {
      return List.of();
    }
    var added = new ArrayList<Added>();
    graph
        .get()
        .dependencies(name)
        .forEach(
            (kind, edges) ->
                edges.forEach(
                    edge -> {
                      var reasons = edge.reasons().stream().filter(r -> isAdded(r, name)).toList();
                      if (!reasons.isEmpty()) {
                        added.add(new Added(kind.word(), edge.other(name), reasons));
                      }
                    }));
    return added;
  }

  private static boolean isAdded(Reason reason, String name) {
    return reason.addition().isPresent() || reason.link() && reason.unit().equals(name);
  }
}
