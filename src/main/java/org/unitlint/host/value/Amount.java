package org.unitlint.host.value;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * So much of something.
 *
 * @param number of what the sort says, unsigned; 0 where it needs none
 */
public record Amount(Sort sort, long number) implements Meaning {
  /** What is counted. */
  public enum Sort {
    /** Things, such as tasks. */
    COUNT,
    /** Bytes. */
    BYTES,
    /** Ten-thousandths of what there is: 10000 is all. */
    SHARE,
    /** No limit. */
    INFINITE,
    /** Nothing at all: it is switched off. */
    OFF
  }

  private static final String UNITS = "KMGTPE";

  @Override
  public String meaning() {
    return switch (sort) {
      case COUNT -> Long.toUnsignedString(number);
      case BYTES -> bytes(number);
      case SHARE -> BigDecimal.valueOf(number, 2).stripTrailingZeros().toPlainString() + "%";
      case INFINITE -> "no limit";
      case OFF -> "off";
    };
  }

  /** As in {@code 1073741824 bytes (1G)}. */
  static String bytes(long number) {
    String told = Long.toUnsignedString(number) + (number == 1 ? " byte" : " bytes");
    int unit = -1;
    long whole = number;
    while (whole != 0 && (whole & 1023) == 0 && unit + 1 < UNITS.length()) {
      whole >>>= 10;
      unit++;
    }
    return unit < 0
        ? told
        : String.format(
            Locale.ROOT, "%s (%s%c)", told, Long.toUnsignedString(whole), UNITS.charAt(unit));
  }
}
