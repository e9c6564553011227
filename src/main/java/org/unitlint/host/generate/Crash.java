package org.unitlint.host.generate;

import java.util.Optional;

/**
 * Whether a generator has crashed. Some options need a value; where they have none systemd 252
 * itself fails an assertion, and the file that it was writing stays empty.
 */
final class Crash {
  private boolean happened;

  /** The value; without one the generator crashes. */
  String need(Optional<String> value) {
    happened |= value.isEmpty();
    return value.orElse("");
  }

  boolean happened() {
    return happened;
  }
}
