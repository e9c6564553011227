package org.unitlint.report;

import org.unitlint.graph.Subgraph;
import org.unitlint.host.LoadState;

/**
 * What pictures show of a unit that cannot be started.
 *
 * @param sign one cell; blank for nothing
 * @param word empty for nothing
 */
record UnitMark(String sign, String word, Ink ink) {
  private static final UnitMark NOTHING = new UnitMark(" ", "", Ink.NONE);

  /** The mark of the unit; where only some folders are known, none for what systemd ships. */
  static UnitMark of(Subgraph graph, String name) {
    var machine = graph.graph().machine();
    var state = graph.graph().units().get(name).state();
    boolean elsewhere = state == LoadState.NOT_FOUND && !machine.setup().whole();
    if (elsewhere) {
      return machine.catalog().specialUnit(name).isPresent()
          ? NOTHING
          : new UnitMark(" ", "not here", Ink.HINT);
    }
    return switch (state) {
      case LOADED -> NOTHING;
      case MASKED -> new UnitMark("○", state.word(), Ink.WARNING);
      default -> new UnitMark("×", state.word(), Ink.ERROR);
    };
  }
}
