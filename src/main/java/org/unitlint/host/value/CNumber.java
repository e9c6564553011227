package org.unitlint.host.value;

import java.util.OptionalLong;

/**
 * A number at some place of a text, as strtoul(3) reads it.
 *
 * @param end where it ends; where it starts if there is none
 * @param digits its amount without the sign, unsigned
 * @param tooLarge whether the amount does not fit
 */
record CNumber(int end, boolean negative, long digits, boolean tooLarge) {
  private static final String BLANKS = " \t\n\r";

  /** The number at {@code start}, before which blanks and a sign may stand; base 0 is like in C. */
  static CNumber read(String text, int start, int base) {
    int at = start;
    while (at < text.length() && isBlankInC(text.charAt(at))) {
      at++;
    }
    boolean negative = at < text.length() && text.charAt(at) == '-';
    at += negative || at < text.length() && text.charAt(at) == '+' ? 1 : 0;
    if (base == 0 && (text.startsWith("0x", at) || text.startsWith("0X", at))) {
      var number = digits(text, at + 2, 16, negative);
      return number.end == at + 2 ? new CNumber(at + 1, negative, 0, false) : number;
    }
    int radix = base != 0 ? base : at < text.length() && text.charAt(at) == '0' ? 8 : 10;
    var number = digits(text, at, radix, negative);
    return number.end == at ? new CNumber(start, false, 0, false) : number;
  }

  private static CNumber digits(String text, int start, int radix, boolean negative) {
    long sum = 0;
    boolean tooLarge = false;
    int at = start;
    for (; at < text.length() && digit(text.charAt(at), radix) >= 0; at++) {
      int digit = digit(text.charAt(at), radix);
      tooLarge |= Long.compareUnsigned(sum, Long.divideUnsigned(-1L - digit, radix)) > 0;
      sum = sum * radix + digit;
    }
    return new CNumber(at, negative, sum, tooLarge);
  }

  private static int digit(char c, int radix) {
    return c < 0x80 ? Character.digit(c, radix) : -1;
  }

  private static boolean isBlankInC(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** Where the next character stands that systemd takes for no blank. */
  static int skipBlanks(String text, int start) {
    int at = start;
    while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Where the next character stands that is no digit. */
  static int skipDigits(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The whole text as systemd's safe_atoi reads it: decimal, hexadecimal, octal, or binary. */
  static OptionalLong signed(String text, long lowest, long highest) {
    int start = prefixed(text);
    var number = read(text, start, base(text, start));
    boolean fits =
        number.digits >= 0 && !number.tooLarge
            || number.negative && !number.tooLarge && number.digits == Long.MIN_VALUE;
    if (number.end == start || number.end < text.length() || !fits) {
      return OptionalLong.empty();
    }
    long value = number.negative ? -number.digits : number.digits;
    return value >= lowest && value <= highest ? OptionalLong.of(value) : OptionalLong.empty();
  }

  /** The whole text as systemd's safe_atou64 reads it; {@code highest} is unsigned. */
  static OptionalLong unsigned(String text, long highest) {
    int start = prefixed(text);
    var number = read(text, start, base(text, start));
    if (number.end == start || number.end < text.length() || number.tooLarge) {
      return OptionalLong.empty();
    }
    long value = number.negative ? -number.digits : number.digits;
    boolean minus = text.charAt(start) == '-' && value != 0;
    return minus || Long.compareUnsigned(value, highest) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(value);
  }

  /** Whether the whole text is a number without a minus, be it too large. */
  static boolean isUnsigned(String text) {
    int start = prefixed(text);
    var number = read(text, start, base(text, start));
    return number.end > start && number.end == text.length() && !number.negative;
  }

  /** Where the number starts behind blanks, and behind a prefix that C does not know. */
  private static int prefixed(String text) {
    int at = skipBlanks(text, 0);
    return at + (ownBase(text, at) == 0 ? 0 : 2);
  }

  private static int base(String text, int start) {
    return start < 2 ? 0 : ownBase(text, start - 2);
  }

  private static int ownBase(String text, int at) {
    return text.startsWith("0b", at) || text.startsWith("0B", at)
        ? 2
        : text.startsWith("0o", at) || text.startsWith("0O", at) ? 8 : 0;
  }
}
