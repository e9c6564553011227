package org.unitlint.report.ci;

import org.unitlint.source.Utf8;

/** Paths as references of RFC 3986. */
final class FileUri {
  private static final String PLAIN = "/-._~@+,=";
  private static final String DIGITS = "0123456789ABCDEF";

  private FileUri() {}

  /** A {@code file:} URI for an absolute path, else a relative reference; other bytes escaped. */
  static String of(String path) {
    var uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte b : Utf8.encode(path)) {
      if (isPlain((char) (b & 0xFF))) {
        uri.append((char) b);
      } else {
        uri.append('%').append(DIGITS.charAt((b & 0xF0) >> 4)).append(DIGITS.charAt(b & 0xF));
      }
    }
    return uri.toString();
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || PLAIN.indexOf(c) >= 0;
  }
}
