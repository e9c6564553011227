package org.unitlint.report;

import java.util.Locale;
import java.util.Optional;

/** The formats that findings can be written in. */
public enum CheckFormat {
  /** For people: each finding with the lines it is about. */
  PRETTY,
  /** One line a finding, as compilers write them. */
  GCC,
  /** For programs: {@code unitlint/check/1}. */
  JSON,
  /** The findings of {@link #JSON} alone, each on a line of its own. */
  JSONL;

  /** The word that users write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word. */
  public static Optional<CheckFormat> ofWord(String word) {
    for (CheckFormat format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The report in this format; only {@link #PRETTY} has colours. */
  public FindingsReport report(Palette palette) {
    return switch (this) {
      case PRETTY -> new PrettyReport(palette);
      case GCC -> new GccReport();
      case JSON -> new JsonReport(false);
      case JSONL -> JsonReport::lines;
    };
  }

  /** Whether a report can tell how often each rule found something. */
  public boolean hasStatistics() {
    return this != JSONL;
  }

  /**
   * The report of how often each rule found something: for programs beside the findings, else
   * instead of them.
   */
  public FindingsReport statistics(Palette palette) {
    return this == JSON ? new JsonReport(true) : new StatisticsReport(palette);
  }
}
