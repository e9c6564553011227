package org.unitlint.syntax;

import org.unitlint.source.Span;

/**
 * A line that begins with {@code [}.
 *
 * @param text the whole line, brackets included
 */
public record Header(Span span, Value text) implements Element {
  /** Whether systemd reads it as a section header; if not, it refuses the whole file. */
  public boolean isValid() {
    return isClosed() && isSafe(text.text());
  }

  /** Whether the line ends with {@code ]}. */
  public boolean isClosed() {
    return text.text().endsWith("]");
  }

  /** The section's name: what is between the brackets. */
  public Value name() {
    int end = text.text().length();
    return text.part(1, isClosed() ? end - 1 : end);
  }

  private static boolean isSafe(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7F || c == '"' || c == '\\' || c == '\'') {
        return false;
      }
    }
    return true;
  }
}
