package org.unitlint.rule;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Lengths of time as settings give them. See systemd.time(7), "Parsing Time Spans". */
final class Durations {
  private static final Pattern PART =
      Pattern.compile("\\s*(\\d{1,9})(?:\\.(\\d{1,6})\\d*)?\\s*([a-zA-Zµμ]*)");
  private static final long SECOND = 1_000_000;
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("", SECOND),
          Map.entry("us", 1L),
          Map.entry("usec", 1L),
          Map.entry("ms", 1000L),
          Map.entry("msec", 1000L),
          Map.entry("s", SECOND),
          Map.entry("sec", SECOND),
          Map.entry("second", SECOND),
          Map.entry("seconds", SECOND),
          Map.entry("m", 60 * SECOND),
          Map.entry("min", 60 * SECOND),
          Map.entry("minute", 60 * SECOND),
          Map.entry("minutes", 60 * SECOND),
          Map.entry("h", 3600 * SECOND),
          Map.entry("hr", 3600 * SECOND),
          Map.entry("hour", 3600 * SECOND),
          Map.entry("hours", 3600 * SECOND),
          Map.entry("d", 86400 * SECOND),
          Map.entry("day", 86400 * SECOND),
          Map.entry("days", 86400 * SECOND),
          Map.entry("w", 604800 * SECOND),
          Map.entry("week", 604800 * SECOND),
          Map.entry("weeks", 604800 * SECOND));

  private Durations() {}

  /** The length in microseconds; empty for infinity, for months and years, and for no length. */
  static OptionalLong micros(String written) {
    String text = written.strip();
    var part = PART.matcher(text);
    long sum = 0;
    int at = 0;
    while (at < text.length() && part.region(at, text.length()).lookingAt()) {
      var unit = UNITS.get(part.group(3));
      if (unit == null) {
        return OptionalLong.empty();
      }
      sum += Long.parseLong(part.group(1)) * unit;
      if (part.group(2) != null) {
        long scale = (long) Math.pow(10, part.group(2).length());
        sum += Long.parseLong(part.group(2)) * unit / scale;
      }
      at = part.end();
    }
    return text.isEmpty() || at < text.length() ? OptionalLong.empty() : OptionalLong.of(sum);
  }
}
