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
  DOT,
  /** A picture. */
  SVG,
  /** A page with a picture. */
  HTML;

  /** Whether it is a diagram, in which only what tells something is drawn. */
  public boolean isPicture() {
    return this == DOT || this == SVG || this == HTML;
  }

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
