package org.unitlint.diff;

import java.util.Optional;
import org.unitlint.graph.Starts;
import org.unitlint.host.ports.Listening;

/**
 * Somebody who listens.
 *
 * @param when its unit is started; empty where no unit is known, or it is a template
 */
public record Port(Listening listening, Optional<Starts.When> when) {
  /** Whether the same happens there, wherever that is written. */
  boolean isLike(Port other) {
    return listening.endpoint().equals(other.listening.endpoint())
        && listening.starts().equals(other.listening.starts())
        && listening.activation() == other.listening.activation()
        && when.equals(other.when);
  }
}
