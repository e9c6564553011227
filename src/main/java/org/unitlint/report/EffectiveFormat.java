package org.unitlint.report;

import java.util.Locale;
import java.util.Optional;

/** The formats that units as systemd sees them can be written in. */
public enum EffectiveFormat {
  /** For people: settings, and where each is written beside it. */
  TEXT,
  /** For systemd: a unit file that says by itself what all files together say. */
  UNIT,
  /** For programs: {@code unitlint/effective/1}. */
  JSON;

  /** The word that users write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word. */
  public static Optional<EffectiveFormat> ofWord(String word) {
    for (EffectiveFormat format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
