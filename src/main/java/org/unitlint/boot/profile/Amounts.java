package org.unitlint.boot.profile;

import java.util.OptionalLong;

/** Reads numbers that are known to be well written, and the user's. */
final class Amounts {
  private static final String UNITS = "BKMGTPE";
  private static final int BASE = 1024;
  private static final int WHOLE = 10_000;

  private Amounts() {}

  /** A number without sign: decimal, or as C writes hexadecimal and octal ones. */
  static OptionalLong number(String text) {
    String digits = text.strip();
    int radix = 10;
    if (digits.startsWith("0x") || digits.startsWith("0b") || digits.startsWith("0o")) {
      radix = digits.charAt(1) == 'x' ? 16 : digits.charAt(1) == 'b' ? 2 : 8;
      digits = digits.substring(2);
    } else if (digits.length() > 1 && digits.charAt(0) == '0') {
      radix = 8;
    }
    try {
      long number = digits.startsWith("-") ? -1 : Long.parseLong(digits, radix);
      return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Bytes: numbers with a unit each, such as {@code 1G 512M}. */
  static OptionalLong size(String text) {
    double sum = 0;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && " .0123456789".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      var number = decimal(text.substring(at, end).replace(" ", ""));
      int unit = end < text.length() ? UNITS.indexOf(text.charAt(end)) : 0;
      if (Double.isNaN(number) || unit < 0) {
        return OptionalLong.empty();
      }
      sum += number * Math.pow(BASE, unit);
      at = end + 1;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
    return text.isBlank() ? OptionalLong.empty() : OptionalLong.of((long) sum);
  }

  /** A share in ten-thousandths, of per cent, per mille or of ten thousand. */
  static OptionalLong percent(String text) {
    String all = text.strip();
    int decimals = all.isEmpty() ? -1 : "‱‰%".indexOf(all.charAt(all.length() - 1));
    double number = decimals < 0 ? Double.NaN : decimal(all.substring(0, all.length() - 1));
    long share = Math.round(number * Math.pow(10, decimals));
    return Double.isNaN(number) || share > WHOLE ? OptionalLong.empty() : OptionalLong.of(share);
  }

  /** Not a number where it is none. */
  private static double decimal(String digits) {
    boolean plain = digits.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    try {
      return plain && !digits.isEmpty() ? Double.parseDouble(digits) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
