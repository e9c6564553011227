package org.unitlint.host.generate;

import java.util.OptionalLong;

/** Spans of time as systemd reads and prints them. See systemd.time(7), "Displaying Time Spans". */
final class TimeSpan {
  /** What no clock ever reaches. */
  static final long INFINITY = -1L;

  private static final long SECOND = 1_000_000;
  private static final long MINUTE = 60 * SECOND;

  /** The units in the order in which they are tried: the first that begins the text. */
  private enum Unit {
    SECONDS(SECOND, "seconds", "second", "sec", "s"),
    MINUTES(MINUTE, "minutes", "minute", "min"),
    MONTHS(2_629_800 * SECOND, "months", "month", "M"),
    MILLISECONDS(1_000, "msec", "ms"),
    SHORT_MINUTES(MINUTE, "m"),
    HOURS(60 * MINUTE, "hours", "hour", "hr", "h"),
    DAYS(24 * 60 * MINUTE, "days", "day", "d"),
    WEEKS(7 * 24 * 60 * MINUTE, "weeks", "week", "w"),
    YEARS(31_557_600 * SECOND, "years", "year", "y"),
    MICROSECONDS(1, "usec", "us", "\u00C2\u00B5s", "\u00CE\u00BCs");

    private final long micros;
    private final String[] names;

    Unit(long micros, String... names) {
      this.micros = micros;
      this.names = names;
    }
  }

  /** The units in which a span is printed. */
  private enum Part {
    YEARS(31_557_600 * SECOND, "y"),
    MONTHS(2_629_800 * SECOND, "month"),
    WEEKS(7 * 24 * 60 * MINUTE, "w"),
    DAYS(24 * 60 * MINUTE, "d"),
    HOURS(60 * MINUTE, "h"),
    MINUTES(MINUTE, "min"),
    SECONDS(SECOND, "s"),
    MILLISECONDS(1_000, "ms"),
    MICROSECONDS(1, "us");

    private final long micros;
    private final String name;

    Part(long micros, String name) {
      this.micros = micros;
      this.name = name;
    }
  }

  private final String text;
  private int at;
  private long sum;

  private TimeSpan(String text) {
    this.text = text;
  }

  /** The span in microseconds, zero being infinite; empty for what is none. */
  static OptionalLong parseZeroAsInfinity(String text) {
    var micros = parse(text);
    return micros.isPresent() && micros.getAsLong() == 0 ? OptionalLong.of(INFINITY) : micros;
  }

  /** The span in microseconds, seconds where no unit stands; empty for what is none. */
  static OptionalLong parse(String text) {
    if (Bytes.strip(text).equals("infinity")) {
      return OptionalLong.of(INFINITY);
    }
    var span = new TimeSpan(text);
    span.skipBlanks();
    if (span.at == text.length()) {
      return OptionalLong.empty();
    }
    while (span.at < text.length()) {
      if (!span.number()) {
        return OptionalLong.empty();
      }
      span.skipBlanks();
    }
    return OptionalLong.of(span.sum);
  }

  private void skipBlanks() {
    while (at < text.length() && Bytes.isBlank(text.charAt(at))) {
      at++;
    }
  }

  private int skipDigits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - start;
  }

  /** One number with its unit; false where systemd takes the whole text for wrong. */
  private boolean number() {
    boolean signed = text.charAt(at) == '+';
    at += signed ? 1 : 0;
    int start = at;
    int length = skipDigits();
    int end = at;
    boolean dotted = end < text.length() && text.charAt(end) == '.' && (length > 0 || !signed);
    if (dotted) {
      at++;
    }
    if (dotted ? skipDigits() == 0 : length == 0) {
      return false;
    }
    int behind = at;
    long unit = unit();
    if (at == behind && at < text.length()) {
      return false;
    }
    var whole = whole(text.substring(start, end));
    return whole.isPresent()
        && Long.compareUnsigned(whole.getAsLong(), Long.divideUnsigned(INFINITY, unit)) < 0
        && add(whole.getAsLong() * unit)
        && (!dotted || addFraction(text.substring(end + 1, behind), unit));
  }

  private static OptionalLong whole(String digits) {
    if (digits.isEmpty()) {
      return OptionalLong.of(0);
    }
    try {
      return OptionalLong.of(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Passes over blanks and the name of a unit, if there is one. */
  private long unit() {
    skipBlanks();
    for (Unit unit : Unit.values()) {
      for (String name : unit.names) {
        if (text.startsWith(name, at)) {
          at += name.length();
          return unit.micros;
        }
      }
    }
    return SECOND;
  }

  private boolean addFraction(String digits, long unit) {
    long worth = unit / 10;
    for (int i = 0; i < digits.length() && worth > 0; i++) {
      if (!add((digits.charAt(i) - '0') * worth)) {
        return false;
      }
      worth /= 10;
    }
    return true;
  }

  private boolean add(long micros) {
    if (Long.compareUnsigned(micros, INFINITY - sum) >= 0) {
      return false;
    }
    sum += micros;
    return true;
  }

  /** The span as systemd writes it. */
  static String print(long micros) {
    if (micros == INFINITY) {
      return "infinity";
    }
    if (micros == 0) {
      return "0";
    }
    var printed = new StringBuilder();
    long left = micros;
    for (Part part : Part.values()) {
      if (left == 0 || Long.compareUnsigned(left, part.micros) < 0) {
        continue;
      }
      long count = Long.divideUnsigned(left, part.micros);
      long rest = Long.remainderUnsigned(left, part.micros);
      printed.append(printed.isEmpty() ? "" : " ").append(Long.toUnsignedString(count));
      if (Long.compareUnsigned(left, MINUTE) < 0 && rest > 0) {
        int digits = String.valueOf(part.micros).length() - 1;
        String fraction = String.valueOf(rest);
        printed.append('.').append("0".repeat(digits - fraction.length())).append(fraction);
        rest = 0;
      }
      printed.append(part.name);
      left = rest;
    }
    return printed.toString();
  }
}
