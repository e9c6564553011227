package org.unitlint.report;

import java.util.Locale;
import org.unitlint.diagnostic.Severity;

/** What a piece of text is, as far as its colour goes. */
enum Ink {
  ERROR("1;31"),
  WARNING("1;33"),
  INFO("1;36"),
  HINT("90"),
  /** What frames the code: gutter, arrows, and the marks of labels. */
  FRAME("1;34"),
  STRONG("1"),
  NONE("");

  /** The parameters of the terminal's sequence "select graphic rendition". */
  final String code;

  Ink(String code) {
    this.code = code;
  }

  /** What others call it; empty for none. */
  String word() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }

  static Ink of(Severity severity) {
    return switch (severity) {
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case INFO -> INFO;
      case HINT -> HINT;
    };
  }
}
