package org.unitlint.report;

import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.MissingLink;
import org.unitlint.graph.Starts;
import org.unitlint.host.Unit;

/** What to say in brackets behind the names of units. */
record UnitRemarks(DependencyGraph graph, Starts starts, String anchor) {

  /** How the user called the anchor, where that is another name of it. */
  String ofStarted(String unit) {
    boolean renamed = unit.equals(starts.anchor()) && !unit.equals(anchor);
    return renamed ? anchor : "";
  }

  /** As for one that should be started, and that it is not. */
  String ofOrdered(String unit) {
    return switch (starts.when(unit)) {
      case AT_ONCE -> ofStarted(unit);
      case ON_DEMAND -> "on demand";
      case NEVER ->
          starts.isAlwaysThere(unit)
              ? "always there"
              : state(unit, starts.isKnown() ? "not started" : "");
    };
  }

  /** Why nothing starts the unit. */
  String ofIdle(String unit) {
    boolean enabled = MissingLink.of(graph.machine(), graph.units().get(unit)).isEmpty();
    boolean pulled = graph.in(unit).anyMatch(e -> e.kind().pullsIn() || Starts.isDemand(e));
    String nothing = pulled ? "nothing else pulls it in" : "nothing pulls it in";
    return state(unit, !starts.isKnown() ? "" : enabled ? nothing : "not enabled");
  }

  /** Why the unit cannot be loaded; for one that can be, what is given. */
  String state(String name, String loaded) {
    Unit unit = graph.units().get(name);
    return switch (unit.state()) {
      case NOT_FOUND -> graph.machine().setup().whole() ? "does not exist" : "not here";
      case MASKED -> "masked";
      case BAD_SETTING, ERROR -> "refused";
      case LOADED -> loaded;
    };
  }
}
