package org.unitlint.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Names of units made of other texts, and back. See systemd-escape(1). */
public final class Escape {
  private Escape() {}

  /** Slashes become dashes; bytes that a name cannot hold become {@code \xHH}. */
  public static String escape(String text) {
    var escaped = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c == '/') {
        escaped.append('-');
      } else if (c == '-' || c == '\\' || !isPlain(c) || (c == '.' && escaped.isEmpty())) {
        escaped.append(String.format("\\x%02x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isPlain(char c) {
    return c != '@' && UnitName.isValid(c);
  }

  /** The escaped form of an absolute path; {@code /} is {@code -}. */
  public static String escapePath(String path) {
    var parts = new StringBuilder();
    for (String part : path.split("/")) {
      if (!part.isEmpty() && !part.equals(".")) {
        parts.append(parts.isEmpty() ? "" : "/").append(part);
      }
    }
    return parts.isEmpty() ? "-" : escape(parts.toString());
  }

  /** What was escaped; empty for what cannot have been. */
  public static Optional<String> unescape(String text) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-') {
        bytes.write('/');
      } else if (c != '\\') {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      } else {
        if (i + 3 >= text.length() || text.charAt(i + 1) != 'x') {
          return Optional.empty();
        }
        int high = Character.digit(text.charAt(i + 2), 16);
        int low = Character.digit(text.charAt(i + 3), 16);
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.write(high << 4 | low);
        i += 3;
      }
    }
    return Optional.of(bytes.toString(StandardCharsets.UTF_8));
  }

  /** The absolute path that was escaped; empty for what cannot have been one. */
  public static Optional<String> unescapePath(String text) {
    return text.equals("-") ? Optional.of("/") : unescape(text).map(path -> "/" + path);
  }
}
