package org.unitlint.report.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The style sheet that pictures share: colours for light, dark and print as classes, see {@code
 * theme.css}.
 */
public final class Theme {
  private Theme() {}

  /** Its text, without anything that markup would have to escape. */
  public static String css() {
    try (InputStream in = Theme.class.getResourceAsStream("theme.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
