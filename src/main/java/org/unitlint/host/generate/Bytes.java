package org.unitlint.host.generate;

import java.nio.charset.StandardCharsets;
import org.unitlint.source.Utf8;

/** Texts as the generators see them, which stand in this package with one character a byte. */
final class Bytes {
  private static final String ESCAPED = "\007\b\f\n\r\t\013\\\"'";
  private static final String NAMES = "abfnrtv\\\"'";

  private Bytes() {}

  static String of(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static String of(String text) {
    return of(Utf8.encode(text));
  }

  static byte[] array(String bytes) {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The characters that the bytes mean. */
  static String text(String bytes) {
    return Utf8.decode(array(bytes));
  }

  /** Step "specifier_escape": no percent sign means anything. */
  static String escapeSpecifiers(String bytes) {
    return bytes.replace("%", "%%");
  }

  /** Step "cescape": as in C, what is not printable ASCII as an octal number. */
  static String escapeLikeC(String bytes) {
    var escaped = new StringBuilder(bytes.length());
    for (char c : bytes.toCharArray()) {
      int known = ESCAPED.indexOf(c);
      if (known >= 0) {
        escaped.append('\\').append(NAMES.charAt(known));
      } else if (c < ' ' || c >= 0x7F) {
        escaped.append('\\').append((char) ('0' + (c >> 6)));
        escaped.append((char) ('0' + (c >> 3 & 7))).append((char) ('0' + (c & 7)));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Whether systemd's own code takes the character for a blank. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** Whether the C library takes the character for a blank. */
  static boolean isSpace(char c) {
    return isBlank(c) || c == '\013' || c == '\f';
  }

  /** Step "strstrip". */
  static String strip(String bytes) {
    int start = 0;
    int end = bytes.length();
    while (start < end && isBlank(bytes.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(bytes.charAt(end - 1))) {
      end--;
    }
    return bytes.substring(start, end);
  }
}
