package org.unitlint.host.value;

import java.util.OptionalLong;

/**
 * A number without sign as systemd reads most of them: decimal, {@code 0x} hexadecimal, {@code 0o}
 * or {@code 0} octal, {@code 0b} binary.
 */
final class Unsigned {
  private static final long TOO_LARGE = Long.MAX_VALUE;

  private Unsigned() {}

  /** The number; empty for what is none, is negative, or is greater than {@code most}. */
  static OptionalLong parse(String text, long most) {
    long number = read(text);
    return number < 0 || number > most ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** Whether it is a number, be it too great. */
  static boolean isNumber(String text) {
    return read(text) >= 0;
  }

  /** Whether it looks decimal but is read as an octal number. */
  static boolean isOctal(String text) {
    return text.length() > 1 && text.charAt(0) == '0' && read(text) > 0 && isDecimal(text);
  }

  /** Whether there are digits only. */
  static boolean isDecimal(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The number; {@link #TOO_LARGE} from there on, negative for what is none. */
  private static long read(String text) {
    int start = !text.isEmpty() && "+-".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    int radix = radix(text, start);
    int at = start + (radix == 10 ? 0 : radix == 8 && !isMarked(text, 0, 'o') ? 1 : 2);
    long number = at < text.length() ? 0 : -1;
    for (; at < text.length() && number >= 0; at++) {
      int digit = text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), radix) : -1;
      boolean over = number > (TOO_LARGE - 15) / radix;
      number = digit < 0 ? -1 : over ? TOO_LARGE : number * radix + digit;
    }
    return text.startsWith("-") && number != 0 ? -1 : number;
  }

  private static int radix(String text, int start) {
    if (start >= text.length() - 1 || text.charAt(start) != '0') {
      return 10;
    }
    return isMarked(text, start, 'x') ? 16 : isMarked(text, 0, 'b') ? 2 : 8;
  }

  private static boolean isMarked(String text, int start, char mark) {
    return text.length() > start + 1
        && text.charAt(start) == '0'
        && (text.charAt(start + 1) | 0x20) == mark;
  }
}
