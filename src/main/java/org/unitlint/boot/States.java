package org.unitlint.boot;

import java.util.Arrays;

/** What the units are at some time of a simulation. */
final class States {
  private final State[] states;

  /** Where those are active. */
  States(boolean[] active) {
    this.states = new State[active.length];
    Arrays.fill(states, State.INACTIVE);
    for (int unit = 0; unit < active.length; unit++) {
      states[unit] = active[unit] ? State.ACTIVE : State.INACTIVE;
    }
  }

  boolean is(int unit, State state) {
    return states[unit] == state;
  }

  boolean isDown(int unit) {
    return states[unit].isDown();
  }

  void set(int unit, State state) {
    states[unit] = state;
  }

  /** How many units there are. */
  int size() {
    return states.length;
  }
}
