package org.unitlint.host.value;

import java.util.OptionalLong;

/** Reads sizes step by step, as systemd's parse_size does. */
final class Size {
  /** The base of sizes in memory. */
  static final int BINARY = 1024;

  /** The base of rates of disks. */
  static final int DECIMAL = 1000;

  private static final String UNITS = "EPTGMKB";

  private final String text;
  private final int base;
  private int at;
  private int firstUnit;
  private long sum;

  Size(String text, int base) {
    this.text = text;
    this.base = base;
  }

  /** The number of bytes or other things, unsigned; empty for what is no size. */
  static OptionalLong parse(String text, int base) {
    var size = new Size(text, base);
    return size.read() ? OptionalLong.of(size.sum) : OptionalLong.empty();
  }

  /** Where the number begins that could not be read. */
  int at() {
    return at;
  }

  /** Whether the whole text is a size. */
  boolean read() {
    do {
      if (!item()) {
        return false;
      }
    } while (at < text.length());
    return true;
  }

  private boolean item() {
    at = CNumber.skipBlanks(text, at);
    var whole = CNumber.read(text, at, 10);
    if (whole.tooLarge() || whole.end() == at || text.charAt(at) == '-') {
      return false;
    }
    int end = whole.end();
    double fraction = 0;
    if (end < text.length() && text.charAt(end) == '.') {
      int digits = end + 1;
      end = CNumber.skipDigits(text, digits);
      var decimals = CNumber.read(text, digits, 10);
      if (end > digits) {
        if (decimals.tooLarge()) {
          return false;
        }
        fraction = unsigned(decimals.digits());
        for (int i = digits; i < end; i++) {
          fraction /= 10;
        }
      }
    }
    end = CNumber.skipBlanks(text, end);
    int unit = firstUnit;
    while (unit < UNITS.length()
        && !(end < text.length() && text.charAt(end) == UNITS.charAt(unit))) {
      unit++;
    }
    if (unit > UNITS.length() || firstUnit > UNITS.length()) {
      return false;
    }
    long value = whole.negative() ? -whole.digits() : whole.digits();
    return add(value, fraction, factor(unit), end + (unit < UNITS.length() ? 1 : 0), unit + 1);
  }

  private boolean add(long whole, double fraction, long factor, int end, int nextUnit) {
    long most = whole + (fraction > 0 ? 1 : 0);
    if (Long.compareUnsigned(most, Long.divideUnsigned(-1L, factor)) > 0) {
      return false;
    }
    long more = whole * factor + (long) (fraction * factor);
    if (Long.compareUnsigned(more, -1L - sum) > 0) {
      return false;
    }
    sum += more;
    at = end;
    firstUnit = nextUnit;
    return true;
  }

  private static double unsigned(long digits) {
    return digits >= 0 ? digits : Double.parseDouble(Long.toUnsignedString(digits));
  }

  private long factor(int unit) {
    long factor = 1;
    for (int i = unit; i < UNITS.length() - 1; i++) {
      factor *= base;
    }
    return factor;
  }
}
