package org.unitlint.host.convert;

import org.unitlint.source.Utf8;

/** Words as a unit file has to hold them so that they mean themselves. See systemd.syntax(7). */
final class Quoting {
  private Quoting() {}

  /** The path of a program, in which nothing but specifiers is replaced. */
  static String path(String path) {
    return path.replace("%", "%%");
  }

  /** A word of a command line. */
  static String argument(String word) {
    return word(word.replace("$", "$$"));
  }

  /** A word of a list such as {@code Environment=}. */
  static String word(String word) {
    String escaped = escaped(word.replace("%", "%%"));
    boolean plain = escaped.equals(word.replace("%", "%%")) && escaped.indexOf('\'') < 0;
    boolean odd = word.isEmpty() || word.equals(";") || word.startsWith("#");
    return plain && !odd ? escaped : '"' + escaped + '"';
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints().forEach(c -> escape(c, escaped));
    return escaped.toString();
  }

  private static void escape(int c, StringBuilder escaped) {
    if (c == '"' || c == '\\') {
      escaped.append('\\').append((char) c);
    } else if (isShown(c)) {
      escaped.appendCodePoint(c);
    } else {
      for (byte b : Utf8.encode(Character.toString(c))) {
        escaped.append(String.format("\\x%02x", b & 0xFF));
      }
    }
  }

  /** Whether the character may stand in a file for people: no control, no stray byte. */
  static boolean isShown(int c) {
    if (c < 0x7F) {
      return c >= ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** The text for a comment, on one line. */
  static String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.appendCodePoint(isShown(c) ? c : '?'));
    return shown.toString();
  }
}
