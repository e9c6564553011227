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
    return parse(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** The number if it is from {@code least} to {@code most}. */
  static OptionalInt parse(String text, int least, int most) {
    var number = CNumber.signed(text, least, most);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }
}
