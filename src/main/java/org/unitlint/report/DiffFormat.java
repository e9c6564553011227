package org.unitlint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.diff.Comparison;

/** How a comparison is written. */
public enum DiffFormat {
  TEXT,
  JSON,
  MARKDOWN;

  /** The word that users write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word. */
  public static Optional<DiffFormat> ofWord(String word) {
    for (DiffFormat format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * Writes the comparison.
   *
   * @param all whether people see all of each list
   */
  public void write(Comparison comparison, boolean all, Palette palette, Writer out)
      throws IOException {
    switch (this) {
      case TEXT -> out.write(DiffText.of(comparison, all, palette));
      case JSON -> DiffJson.write(comparison, out);
      case MARKDOWN -> out.write(DiffMarkdown.of(comparison, all));
    }
  }
}
