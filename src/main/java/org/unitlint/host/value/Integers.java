package org.unitlint.host.value;

import java.util.OptionalInt;

/**
 * Whole numbers as systemd reads them with safe_atoi(): decimal, {@code 0x} hexadecimal, {@code 0}
 * or {@code 0o} octal, {@code 0b} binary; blanks and a sign may go before.
 */
final class Integers {
  private Integers() {}

  /** The number; empty for what is none, or is none of 32 bits. */
  static OptionalInt parse(String text) {
    boolean binary = hasMark(text, 0, 'b');
    boolean octal = hasMark(text, 0, 'o');
    int at = binary || octal ? 2 : 0;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    boolean negative = at < text.length() && text.charAt(at) == '-';
    if (negative || at < text.length() && text.charAt(at) == '+') {
      at++;
    }
    int radix = binary ? 2 : octal ? 8 : radix(text, at);
    return digits(text, radix == 16 && hasMark(text, at, 'x') ? at + 2 : at, radix, negative);
  }

  /** The number if it is from {@code least} to {@code most}. */
  static OptionalInt parse(String text, int least, int most) {
    var number = parse(text);
    return number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most
        ? number
        : OptionalInt.empty();
  }

  private static int radix(String text, int at) {
    if (at + 1 >= text.length() || text.charAt(at) != '0') {
      return 10;
    }
    return hasMark(text, at, 'x') ? 16 : 8;
  }

  private static OptionalInt digits(String text, int start, int radix, boolean negative) {
    long number = 0;
    for (int i = start; i < text.length(); i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
      number = number * radix + digit;
      if (digit < 0 || number > 1L + Integer.MAX_VALUE) {
        return OptionalInt.empty();
      }
    }
    long signed = negative ? -number : number;
    return start >= text.length() || signed > Integer.MAX_VALUE
        ? OptionalInt.empty()
        : OptionalInt.of((int) signed);
  }

  private static boolean hasMark(String text, int at, char mark) {
    return text.length() > at + 1 && text.charAt(at) == '0' && (text.charAt(at + 1) | 0x20) == mark;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
