package org.unitlint.host.value;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A span of time. See systemd.time(7), "Parsing Time Spans" and "Displaying Time Spans".
 *
 * @param micros its length in microseconds, unsigned
 */
public record TimeSpan(long micros) implements Meaning {
  /** What no clock ever reaches. */
  public static final TimeSpan INFINITY = new TimeSpan(-1L);

  /** What is read where no unit stands. */
  static final long SECOND = 1_000_000;

  private static final long MINUTE = 60 * SECOND;
  private static final long DAY = 24 * 60 * MINUTE;

  /** The units in the order in which they are tried: the first that begins the text. */
  private enum Unit {
    SECONDS(SECOND, "seconds", "second", "sec", "s"),
    MINUTES(MINUTE, "minutes", "minute", "min"),
    MONTHS(2_629_800 * SECOND, "months", "month", "M"),
    MILLISECONDS(1_000, "msec", "ms"),
    SHORT_MINUTES(MINUTE, "m"),
    HOURS(60 * MINUTE, "hours", "hour", "hr", "h"),
    DAYS(DAY, "days", "day", "d"),
    WEEKS(7 * DAY, "weeks", "week", "w"),
    YEARS(31_557_600 * SECOND, "years", "year", "y"),
    MICROSECONDS(1, "usec", "us", "\u00B5s", "\u03BCs");

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
    WEEKS(7 * DAY, "w"),
    DAYS(DAY, "d"),
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

  /** Whether it never ends. */
  public boolean isInfinite() {
    return micros == -1L;
  }

  /** The same, but for ever where it is zero, as most time limits take it. */
  public TimeSpan zeroAsInfinity() {
    return micros == 0 ? INFINITY : this;
  }

  /** The span that the text says, seconds where no unit stands; empty for what is none. */
  public static Optional<TimeSpan> parse(String text) {
    return parse(text, SECOND);
  }

  /** The same, where a number without a unit counts so many microseconds. */
  static Optional<TimeSpan> parse(String text, long defaultMicros) {
    var reader = new Reader(text, 1, defaultMicros);
    return reader.read() ? Optional.of(new TimeSpan(reader.sum)) : Optional.empty();
  }

  /** The span in nanoseconds that the text says, unsigned; empty for what is none. */
  static OptionalLong parseNanos(String text) {
    var reader = new Reader(text, 1_000, 1);
    return reader.read() ? OptionalLong.of(reader.sum) : OptionalLong.empty();
  }

  /**
   * Reads the text step by step, as systemd's parse_time and parse_nsec do. What is counted are
   * microseconds, or parts of them.
   */
  static final class Reader {
    private final String text;
    private final long parts;
    private final long otherwise;
    private int at;
    private long sum;

    /**
     * @param parts how many of what is counted make a microsecond
     * @param otherwise how many a number without a unit counts
     */
    Reader(String text, long parts, long otherwise) {
      this.text = text;
      this.parts = parts;
      this.otherwise = otherwise;
    }

    /** Where the number begins that could not be read. */
    int at() {
      return at;
    }

    /** Whether the whole text is a span. */
    boolean read() {
      at = CNumber.skipBlanks(text, 0);
      if (text.startsWith("infinity", at)) {
        sum = -1L;
        return CNumber.skipBlanks(text, at + "infinity".length()) == text.length();
      }
      if (at == text.length()) {
        return false;
      }
      while (at < text.length()) {
        if (!number()) {
          return false;
        }
        at = CNumber.skipBlanks(text, at);
      }
      return true;
    }

    /** One number with its unit; false where systemd takes the whole text for wrong. */
    private boolean number() {
      var whole = CNumber.read(text, at, 10);
      boolean negative = text.charAt(at) == '-' || whole.negative() && whole.digits() != 0;
      if (negative || whole.tooLarge() || whole.digits() < 0) {
        return false;
      }
      int point = whole.end();
      boolean dotted = point < text.length() && text.charAt(point) == '.';
      if (!dotted && point == at) {
        return false;
      }
      int behind = dotted ? CNumber.skipDigits(text, point + 1) : point;
      if (dotted && behind == point + 1) {
        return false;
      }
      int unitAt = CNumber.skipBlanks(text, behind);
      int end = unitEnd(unitAt);
      if (end == behind && end < text.length()) {
        return false;
      }
      long unit = unit(unitAt);
      boolean added =
          Long.compareUnsigned(whole.digits(), Long.divideUnsigned(-1L, unit)) < 0
              && add(whole.digits() * unit)
              && (!dotted || addFraction(point + 1, behind, unit));
      at = added ? end : at;
      return added;
    }

    private int unitEnd(int start) {
      for (Unit unit : Unit.values()) {
        for (String name : unit.names) {
          if (text.startsWith(name, start)) {
            return start + name.length();
          }
        }
      }
      return start + nanosLength(start);
    }

    private long unit(int start) {
      for (Unit unit : Unit.values()) {
        for (String name : unit.names) {
          if (text.startsWith(name, start)) {
            return unit.micros * parts;
          }
        }
      }
      return nanosLength(start) > 0 ? 1 : otherwise;
    }

    private int nanosLength(int start) {
      return parts == 1
          ? 0
          : text.startsWith("nsec", start) ? 4 : text.startsWith("ns", start) ? 2 : 0;
    }

    private boolean addFraction(int start, int end, long unit) {
      long worth = unit / 10;
      for (int i = start; i < end && worth > 0; i++) {
        if (!add((text.charAt(i) - '0') * worth)) {
          return false;
        }
        worth /= 10;
      }
      return true;
    }

    private boolean add(long more) {
      if (Long.compareUnsigned(more, -1L - sum) >= 0) {
        return false;
      }
      sum += more;
      return true;
    }
  }

  /** Whether the characters at that place are one of the words for units. */
  static boolean isUnit(String word) {
    for (Unit unit : Unit.values()) {
      for (String name : unit.names) {
        if (word.equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The span as systemd writes it. */
  public String text() {
    if (isInfinite()) {
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

  @Override
  public String meaning() {
    return isInfinite() ? "for ever" : text();
  }

  @Override
  public String toString() {
    return text();
  }
}
