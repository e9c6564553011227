package org.unitlint.syntax;

import java.util.Optional;

/**
 * An escape as in C. See systemd.syntax(7), "Quoting".
 *
 * @param text what it means; a byte that is no character is written as {@code Utf8} does
 * @param length how many characters it takes, the backslash included
 */
public record Escape(String text, int length) {
  private static final String NAMES = "abfnrtv\\\"'s";
  private static final String MEANINGS = "\007\b\f\n\r\t\013\\\"' ";
  private static final int STRAY = 0xDC00;

  /** The escape that the backslash begins; empty where that is none. */
  public static Optional<Escape> at(String value, int backslash) {
    int at = backslash + 1;
    if (at == value.length()) {
      return Optional.empty();
    }
    char name = value.charAt(at);
    int known = NAMES.indexOf(name);
    if (known >= 0) {
      return Optional.of(new Escape(MEANINGS.substring(known, known + 1), 2));
    }
    if (name >= '0' && name <= '7') {
      return single(number(value, at, 3, 8), 4);
    }
    return switch (name) {
      case 'x' -> single(number(value, at + 1, 2, 16), 4);
      case 'u' -> character(number(value, at + 1, 4, 16), 6);
      case 'U' -> {
        long number = number(value, at + 1, 8, 16);
        yield isCharacter(number) ? character(number, 10) : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /** The number of so many digits; 0, which no escape may mean, where they are none. */
  private static long number(String value, int start, int digits, int radix) {
    if (start + digits > value.length()) {
      return 0;
    }
    long number = 0;
    for (int i = start; i < start + digits; i++) {
      char c = value.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return 0;
      }
      number = number * radix + digit;
    }
    return number;
  }

  private static boolean isCharacter(long number) {
    return number <= Character.MAX_CODE_POINT
        && !(number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE)
        && !(number >= 0xFDD0 && number <= 0xFDEF)
        && (number & 0xFFFE) != 0xFFFE;
  }

  private static Optional<Escape> single(long number, int length) {
    return number == 0 || number > 0xFF
        ? Optional.empty()
        : Optional.of(new Escape(single(number), length));
  }

  private static Optional<Escape> character(long number, int length) {
    if (number == 0) {
      return Optional.empty();
    }
    if (number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE) {
      // systemd takes these with \\u and writes three bytes, which are not UTF-8.
      String bytes =
          single(0xE0 | number >> 12)
              + single(0x80 | number >> 6 & 0x3F)
              + single(0x80 | number & 0x3F);
      return Optional.of(new Escape(bytes, length));
    }
    return Optional.of(new Escape(Character.toString((int) number), length));
  }

  private static String single(long number) {
    return Character.toString((char) (number < 0x80 ? number : STRAY + number));
  }
}
