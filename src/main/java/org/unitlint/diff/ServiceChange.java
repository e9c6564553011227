package org.unitlint.diff;

import java.util.List;
import org.unitlint.host.xinetd.Outcome;

/**
 * What somebody changed of a service of xinetd, and what follows from that.
 *
 * @param id its name in logs
 * @param state whether it is there, and what becomes of it
 * @param attributes that hold otherwise; none where it is served on one side only
 */
public record ServiceChange(
    String id, Changed<State> state, List<SettingChange> attributes, Following follows) {
  public ServiceChange {
    attributes = List.copyOf(attributes);
  }

  /**
   * A service on one side.
   *
   * @param file its head
   * @param decides what keeps it from being served, with an empty path where nothing does
   */
  public record State(Outcome.State outcome, Written file, Written decides) {
    /** Whether somebody listens. */
    public boolean isServed() {
      return outcome == Outcome.State.SERVED;
    }
  }

  /** What became of the service. */
  public enum Kind {
    ADDED,
    REMOVED,
    /** It is served now. */
    ENABLED,
    /** It is served no longer. */
    DISABLED,
    CHANGED
  }

  /** What became of it. */
  public Kind kind() {
    if (state.before().isEmpty()) {
      return Kind.ADDED;
    }
    if (state.after().isEmpty()) {
      return Kind.REMOVED;
    }
    boolean before = state.before().get().isServed();
    boolean after = state.after().get().isServed();
    return before == after ? Kind.CHANGED : after ? Kind.ENABLED : Kind.DISABLED;
  }

  ServiceChange with(Following following) {
    return new ServiceChange(id, state, attributes, following);
  }
}
