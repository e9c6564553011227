package org.unitlint.host.value;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Dates that come again. See systemd.time(7), "Calendar Events".
 *
 * <p>An empty list of parts means all. Months count from 1, weekdays are bits from Monday, the
 * lowest, to Sunday; no bit means all days. Seconds are counted in microseconds.
 *
 * @param fromMonthEnd whether days count back from the month's end, of which 1 is the last
 * @param zone the time zone that it names; empty for that of the machine
 */
public record CalendarEvent(
    int weekdays,
    List<CalendarPart> years,
    List<CalendarPart> months,
    List<CalendarPart> days,
    boolean fromMonthEnd,
    List<CalendarPart> hours,
    List<CalendarPart> minutes,
    List<CalendarPart> micros,
    Optional<String> zone)
    implements Meaning {
  /** A second in microseconds. */
  static final int SECOND = 1_000_000;

  static final int FIRST_YEAR = 1970;
  static final int LAST_YEAR = 2199;
  private static final int ALL_DAYS = 127;
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  public CalendarEvent {
    weekdays = weekdays == ALL_DAYS ? 0 : weekdays;
    fromMonthEnd = fromMonthEnd && !days.isEmpty();
    years = CalendarPart.normalized(years.stream().map(CalendarPart::asYears).toList());
    months = CalendarPart.normalized(months);
    days = CalendarPart.normalized(days);
    hours = CalendarPart.normalized(hours);
    minutes = CalendarPart.normalized(minutes);
    micros = CalendarPart.normalized(micros);
  }

  /** The event that the text says; empty for what is none. */
  public static Optional<CalendarEvent> parse(String text) {
    return CalendarReader.read(text).filter(CalendarEvent::isValid);
  }

  /** Step "calendar_spec_valid". */
  private boolean isValid() {
    return areValid(years, FIRST_YEAR, LAST_YEAR, false)
        && areValid(months, 1, 12, false)
        && areValid(days, 1, 31, fromMonthEnd)
        && areValid(hours, 0, 23, false)
        && areValid(minutes, 0, 59, false)
        && areValid(micros, 0, 60 * SECOND - 1, false);
  }

  /** Step "chain_valid"; counted from the month's end each further part must be 3 days less. */
  private static boolean areValid(List<CalendarPart> parts, int from, int to, boolean fromEnd) {
    int most = to;
    for (CalendarPart part : parts) {
      most -= fromEnd ? 3 : 0;
      if (!part.isValid(from, most, fromEnd)) {
        return false;
      }
    }
    return true;
  }

  /**
   * When it comes next behind {@code after}; empty when it never does.
   *
   * @param local the time zone of the machine
   */
  public Optional<Instant> next(Instant after, ZoneId local) {
    return zone.isEmpty()
        ? CalendarClock.next(this, after, local)
        : TimeZones.find(zone.get()).flatMap(z -> CalendarClock.next(this, after, z));
  }

  /** The time zone of that name, as far as events may name it. */
  public static Optional<ZoneId> zone(String name) {
    return TimeZones.find(name);
  }

  /** The same on any weekday. */
  public CalendarEvent onAnyWeekday() {
    return new CalendarEvent(0, years, months, days, fromMonthEnd, hours, minutes, micros, zone);
  }

  /** Its normal form, as systemd prints it. */
  public String text() {
    return (weekdays == 0 ? "" : printedDays() + " ")
        + CalendarPart.print(years, 4)
        + "-"
        + CalendarPart.print(months, 2)
        + (fromMonthEnd ? "~" : "-")
        + CalendarPart.print(days, 2)
        + " "
        + CalendarPart.print(hours, 2)
        + ":"
        + CalendarPart.print(minutes, 2)
        + ":"
        + CalendarPart.printMicros(micros)
        + zone.map(z -> " " + z).orElse("");
  }

  /** Step "format_weekdays". */
  private String printedDays() {
    var printed = new StringBuilder();
    for (int day = 0; day < DAYS.size(); day++) {
      int first = day;
      while (day < DAYS.size() && (weekdays >> day & 1) != 0) {
        day++;
      }
      if (day == first) {
        continue;
      }
      printed.append(printed.isEmpty() ? "" : ",").append(DAYS.get(first));
      if (day - first > 1) {
        printed.append(day - first > 2 ? ".." : ",").append(DAYS.get(day - 1));
      }
    }
    return printed.toString();
  }

  @Override
  public String meaning() {
    return text();
  }

  @Override
  public String toString() {
    return text();
  }
}
