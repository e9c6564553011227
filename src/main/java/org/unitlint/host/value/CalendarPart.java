package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One number or range among the years, days or the like of a calendar event.
 *
 * @param start its first number
 * @param stop its last number, or -1 where it has no end of its own
 * @param repeat the step from one number to the next; 0 for none
 */
record CalendarPart(int start, int stop, int repeat) {
  private static final Comparator<CalendarPart> ORDER =
      Comparator.comparingInt(CalendarPart::start)
          .thenComparingInt(CalendarPart::stop)
          .thenComparingInt(CalendarPart::repeat);

  /** Just that number. */
  static CalendarPart of(int number) {
    return new CalendarPart(number, -1, 0);
  }

  /** Step "normalize_chain": ranges end where they are last reached, all in order and once. */
  static List<CalendarPart> normalized(List<CalendarPart> parts) {
    return parts.stream().map(CalendarPart::normalized).sorted(ORDER).distinct().toList();
  }

  private CalendarPart normalized() {
    int end = stop > start && repeat > 0 ? stop - (stop - start) % repeat : stop;
    int step = end >= 0 && repeat > end - start ? 0 : repeat;
    return new CalendarPart(start, end == start ? -1 : end, step);
  }

  /** Step "fix_year": 12 is 2012, 89 is 1989. */
  CalendarPart asYears() {
    return new CalendarPart(year(start), year(stop), repeat);
  }

  private static int year(int number) {
    return number < 0 || number > 99 ? number : number < 70 ? 2000 + number : 1900 + number;
  }

  /** Step "chain_valid": whether it lies in the range, and a step leads to one number more. */
  boolean isValid(int from, int most, boolean fromMonthEnd) {
    if (start < from || start > most || repeat > most - from) {
      return false;
    }
    if (stop >= 0) {
      return stop >= from && stop <= most && (long) start + repeat <= stop;
    }
    return fromMonthEnd ? start - repeat >= from : start + repeat <= most;
  }

  /** Step "format_chain". */
  static String print(List<CalendarPart> parts, int width) {
    return parts.isEmpty() ? "*" : print(parts, width, 1);
  }

  /** The same of microseconds, as seconds. */
  static String printMicros(List<CalendarPart> parts) {
    boolean all = parts.isEmpty();
    for (CalendarPart part : parts) {
      all |= part.start == 0 && part.stop < 0 && part.repeat == CalendarEvent.SECOND;
    }
    return all ? "*" : print(parts, 2, CalendarEvent.SECOND);
  }

  private static String print(List<CalendarPart> parts, int width, int unit) {
    var printed = new ArrayList<String>();
    for (CalendarPart part : parts) {
      var text = new StringBuilder(number(part.start, width, unit));
      if (part.stop > 0) {
        text.append("..").append(number(part.stop, width, unit));
      }
      if (part.repeat > 0 && !(part.stop > 0 && part.repeat == unit)) {
        text.append('/').append(part.repeat / unit);
      }
      printed.add(text.append(fraction(part.repeat, unit)).toString());
    }
    return String.join(",", printed);
  }

  private static String number(int number, int width, int unit) {
    String digits = String.valueOf(number / unit);
    return "0".repeat(Math.max(0, width - digits.length())) + digits + fraction(number, unit);
  }

  private static String fraction(int number, int unit) {
    String digits = String.valueOf(number % unit);
    return number % unit > 0 ? "." + "0".repeat(6 - digits.length()) + digits : "";
  }
}
