package org.unitlint.host.value;

import java.util.OptionalLong;

/**
 * A number without sign as systemd reads most of them: decimal, {@code 0x} hexadecimal, {@code 0o}
 * or {@code 0} octal, {@code 0b} binary.
 */
final class Unsigned {
  private Unsigned() {}

  /** The number; empty for what is none, is negative, or is greater than {@code most}. */
  static OptionalLong parse(String text, long most) {
    return CNumber.unsigned(text, most);
  }

  /** Whether it is a number, be it too great. */
  static boolean isNumber(String text) {
    return CNumber.isUnsigned(text);
  }

  /** Whether it looks decimal but is read as an octal number. */
  static boolean isOctal(String text) {
    return text.length() > 1
        && text.charAt(0) == '0'
        && parse(text, Long.MAX_VALUE).orElse(0) > 0
        && isDecimal(text);
  }

  /** Whether there are digits only. */
  static boolean isDecimal(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
