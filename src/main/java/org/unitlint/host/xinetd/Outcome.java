package org.unitlint.host.xinetd;

import java.util.Optional;
import org.unitlint.source.Place;

/**
 * What becomes of a service.
 *
 * @param place what decides it; empty for a service that is served
 * @param trouble why it is dropped or swallowed
 */
public record Outcome(State state, Optional<Place> place, Optional<Trouble> trouble) {
  /** The ways it may go. */
  public enum State {
    /** xinetd listens for it. */
    SERVED,
    /** Its own {@code disable = yes}. */
    DISABLED,
    /** The defaults' {@code disabled} names it. */
    DISABLED_BY_DEFAULTS,
    /** The defaults' {@code enabled} does not name it. */
    NOT_ENABLED,
    /** A mistake in it, see the trouble. */
    DROPPED,
    /** A mistake before it, so that its entry is not seen, see the trouble. */
    SWALLOWED,
    /** xinetd does not run at all, see the trouble. */
    NOT_RUN
  }

  static final Outcome SERVED = new Outcome(State.SERVED, Optional.empty(), Optional.empty());

  static Outcome at(State state, Place place) {
    return new Outcome(state, Optional.of(place), Optional.empty());
  }

  static Outcome of(State state, Trouble trouble) {
    return new Outcome(state, Optional.of(trouble.place()), Optional.of(trouble));
  }

  /** Whether somebody listens. */
  public boolean isServed() {
    return state == State.SERVED;
  }

  /** Whether nobody wants the service. */
  public boolean isDisabled() {
    return state == State.DISABLED
        || state == State.DISABLED_BY_DEFAULTS
        || state == State.NOT_ENABLED;
  }
}
