package org.unitlint.report.svg;

/** Numbers as pictures have them: at most two decimals, the same in every language. */
public final class Decimals {
  private static final int HUNDRED = 100;

  private Decimals() {}

  /** Such as {@code 12}, {@code -0.5}, {@code 3.25}. */
  public static String of(double number) {
    if (!(Math.abs(number) < 1e12)) {
      throw new IllegalArgumentException("no place in a picture: " + number);
    }
    long hundredths = Math.round(Math.abs(number) * HUNDRED);
    var text = new StringBuilder();
    if (number < 0 && hundredths > 0) {
      text.append('-');
    }
    text.append(hundredths / HUNDRED);
    long rest = hundredths % HUNDRED;
    if (rest > 0) {
      text.append('.').append(rest / 10);
      if (rest % 10 > 0) {
        text.append(rest % 10);
      }
    }
    return text.toString();
  }
}
