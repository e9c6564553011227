package org.unitlint.cli;

import java.util.Locale;
import java.util.Optional;

/** When to colour. */
enum ColourMode {
  AUTO,
  ALWAYS,
  NEVER;

  /** The mode of that word. */
  static Optional<ColourMode> ofWord(String word) {
    for (ColourMode mode : values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
