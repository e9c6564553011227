package org.unitlint.report.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.LoadState;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Box.State;

/** Makes the boxes of units. */
final class Boxes {
  private final Wish wish;
  private final DependencyGraph graph;
  private final Map<String, Stress> stresses = new TreeMap<>();
  private final Map<String, String> owners;

  Boxes(Wish wish) {
    this.wish = wish;
    this.graph = wish.part().graph();
    wish.critical().forEach(u -> stresses.put(u, Stress.CRITICAL));
    wish.cycles().forEach(c -> c.units().forEach(u -> stresses.put(u, Stress.CYCLE)));
    this.owners = wish.grouping() == Grouping.TARGET ? Owners.of(graph, wish.started()) : Map.of();
  }

  /** The target that each unit hangs on, if frames show it. */
  Map<String, String> owners() {
    return owners;
  }

  /** The box of the unit, with those lines of text besides. */
  Box of(String unit, List<String> lines) {
    var state = state(unit);
    var all = new ArrayList<String>();
    if (state != State.LOADED) {
      all.add(graph.units().get(unit).state().word().replace('-', ' '));
    }
    all.addAll(lines);
    return new Box(
        unit,
        graph.units().get(unit).name().type(),
        unit,
        state,
        all,
        stresses.getOrDefault(unit, Stress.NONE),
        wish.asked().contains(unit),
        tip(unit, all),
        wish.links().getOrDefault(unit, ""),
        mark(List.of(unit)),
        Group.id(group(unit)));
  }

  /** What was found at those units. */
  Optional<Marked> mark(Collection<String> units) {
    var marks = new TreeMap<>(wish.marks());
    marks.keySet().retainAll(units);
    return marks.isEmpty() ? Optional.empty() : Optional.of(Marked.of(marks));
  }

  /** Why it cannot be started; where only some folders are known, systemd's own units can. */
  State state(String unit) {
    var state = graph.units().get(unit).state();
    var machine = graph.machine();
    boolean shipped = machine.catalog().specialUnit(unit).isPresent();
    if (state == LoadState.NOT_FOUND && !machine.setup().whole() && shipped) {
      return State.LOADED;
    }
    return switch (state) {
      case LOADED -> State.LOADED;
      case NOT_FOUND -> State.MISSING;
      case MASKED -> State.MASKED;
      case BAD_SETTING, ERROR -> State.REFUSED;
    };
  }

  private String tip(String unit, List<String> lines) {
    var all = new ArrayList<String>(List.of(unit));
    graph
        .units()
        .get(unit)
        .last("Unit", "Description")
        .map(s -> s.text())
        .filter(t -> !t.isEmpty())
        .ifPresent(all::add);
    all.addAll(lines);
    return String.join("\n", all);
  }

  private String group(String unit) {
    return switch (wish.grouping()) {
      case NONE -> "";
      case TARGET -> owners.getOrDefault(unit, "");
      case SLICE -> slice(unit);
    };
  }

  private String slice(String unit) {
    return graph.units().get(unit).name().type() == UnitType.SLICE
        ? ""
        : graph.others(unit, Dependency.IN_SLICE).findFirst().orElse("");
  }
}
