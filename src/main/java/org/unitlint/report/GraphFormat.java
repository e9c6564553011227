package org.unitlint.report;

import java.util.Locale;
import java.util.Optional;

/** The formats that a graph can be written in. */
public enum GraphFormat {
  /** For people: a tree. */
  TEXT,
  /** For programs: {@code unitlint/graph/1}. */
  JSON,
  /** For Graphviz. */
  DOT;

  /** The word that users write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word. */
  public static Optional<GraphFormat> ofWord(String word) {
    for (GraphFormat format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
