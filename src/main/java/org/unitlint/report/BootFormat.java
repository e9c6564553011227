package org.unitlint.report;

import java.util.Locale;
import java.util.Optional;

/** The formats that a boot can be written in. */
public enum BootFormat {
  /** For people at a terminal. */
  TEXT,
  /** For programs: {@code unitlint/boot/1}. */
  JSON,
  /** A picture. */
  SVG,
  /** A page with the picture. */
  HTML;

  /** The format of that word. */
  public static Optional<BootFormat> ofWord(String word) {
    for (BootFormat format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
