package org.unitlint.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** How bad a finding is, worst first. */
public enum Severity {
  /** systemd or xinetd refuses or ignores it, or it cannot work. */
  ERROR,
  /** A likely fault. */
  WARNING,
  /** Advice. */
  INFO,
  /** Taste; shown only when asked for. */
  HINT;

  /** The word that users read and write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of that word. */
  public static Optional<Severity> ofWord(String word) {
    for (Severity severity : values()) {
      if (severity.word().equals(word)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  /** Whether it is at least as bad as the other. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
