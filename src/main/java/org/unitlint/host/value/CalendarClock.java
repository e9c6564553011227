package org.unitlint.host.value;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds when a calendar event comes next, step by step as systemd's find_next does. */
final class CalendarClock {
  private static final int MOST_ROUNDS = 1000;
  private static final long FARTHEST = 253_402_214_399L;

  private final CalendarEvent event;
  private final LocalTime zone;
  private LocalTime.Broken time;
  private int micros;

  private CalendarClock(CalendarEvent event, LocalTime zone, Instant start) {
    this.event = event;
    this.zone = zone;
    this.time = zone.start(start.getEpochSecond());
    this.micros = start.getNano() / 1000;
  }

  /** Step "calendar_spec_next_usec". */
  static Optional<Instant> next(CalendarEvent event, Instant after, ZoneId zone) {
    if (after.getEpochSecond() < 0 || after.getEpochSecond() > FARTHEST) {
      return Optional.empty();
    }
    var micro = after.minusNanos(after.getNano() % 1000).plusNanos(1000);
    var clock = new CalendarClock(event, LocalTime.in(zone), micro);
    if (!clock.find()) {
      return Optional.empty();
    }
    var seconds = clock.zone.seconds(clock.time);
    return seconds.isEmpty() || seconds.getAsLong() < 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds.getAsLong(), clock.micros * 1000L));
  }

  /** What became of a time unit. */
  private enum Step {
    /** It is right. */
    ON,
    /** The time was out of bounds and is another one now. */
    AGAIN,
    /** No number fits any more. */
    OVER
  }

  /** Step "find_next". */
  private boolean find() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      time = zone.normalized(time).inAnySeason();
      var year = matching(event.years(), time.year());
      if (year.isEmpty()) {
        return false;
      }
      if (year.getAsInt() != time.year()) {
        set(year.getAsInt(), 1, 1, 0, 0, 0);
      }
      if (bounds() != Step.ON) {
        return false;
      }
      if (!month() || !day() || !hour() || !minute()) {
        continue;
      }
      if (second()) {
        return true;
      }
    }
    return false;
  }

  private boolean month() {
    var found = matching(event.months(), time.month());
    if (found.isPresent() && found.getAsInt() != time.month()) {
      set(time.year(), found.getAsInt(), 1, 0, 0, 0);
    }
    var step = found.isEmpty() ? Step.OVER : bounds();
    if (step == Step.OVER) {
      set(time.year() + 1, 1, 1, 0, 0, 0);
    }
    return step == Step.ON;
  }

  private boolean day() {
    var found = matching(days(), time.day());
    if (found.isPresent() && found.getAsInt() != time.day()) {
      set(time.year(), time.month(), found.getAsInt(), 0, 0, 0);
    }
    var step = found.isEmpty() ? Step.OVER : bounds();
    if (step == Step.OVER) {
      set(time.year(), time.month() + 1, 1, 0, 0, 0);
    } else if (step == Step.ON && !matchesWeekday()) {
      set(time.year(), time.month(), time.day() + 1, 0, 0, 0);
      return false;
    }
    return step == Step.ON;
  }

  private boolean hour() {
    var found = matching(event.hours(), time.hour());
    if (found.isPresent() && found.getAsInt() != time.hour()) {
      set(time.year(), time.month(), time.day(), found.getAsInt(), 0, 0);
    }
    var step = found.isEmpty() ? Step.OVER : bounds();
    if (step == Step.OVER) {
      set(time.year(), time.month(), time.day() + 1, 0, 0, 0);
    }
    return step == Step.ON;
  }

  private boolean minute() {
    var found = matching(event.minutes(), time.minute());
    if (found.isPresent() && found.getAsInt() != time.minute()) {
      set(time.year(), time.month(), time.day(), time.hour(), found.getAsInt(), 0);
    }
    var step = found.isEmpty() ? Step.OVER : bounds();
    if (step == Step.OVER) {
      set(time.year(), time.month(), time.day(), time.hour() + 1, 0, 0);
    }
    return step == Step.ON;
  }

  private boolean second() {
    var found = matching(event.micros(), time.second() * CalendarEvent.SECOND + micros);
    if (found.isPresent()) {
      time = time.withSecond(found.getAsInt() / CalendarEvent.SECOND);
      micros = found.getAsInt() % CalendarEvent.SECOND;
    }
    var step = found.isEmpty() ? Step.OVER : bounds();
    if (step == Step.OVER) {
      set(time.year(), time.month(), time.day(), time.hour(), time.minute() + 1, 0);
    }
    return step == Step.ON;
  }

  private void set(int year, int month, int day, int hour, int minute, int second) {
    time = new LocalTime.Broken(year, month, day, hour, minute, second);
    micros = 0;
  }

  /** The days of this month, where they count from its end; a day that it lacks is negative. */
  private List<CalendarPart> days() {
    return event.fromMonthEnd()
        ? event.days().stream().map(this::fromMonthStart).toList()
        : event.days();
  }

  private CalendarPart fromMonthStart(CalendarPart part) {
    int first = dayFromEnd(part.start());
    int last = dayFromEnd(part.stop());
    return last > 0
        ? new CalendarPart(last, first, part.repeat())
        : new CalendarPart(first, last, part.repeat());
  }

  /** Step "find_end_of_month". */
  private int dayFromEnd(int day) {
    var found =
        zone.normalized(
            new LocalTime.Broken(
                time.year(), time.month() + 1, 1 - day, time.hour(), time.minute(), time.second()));
    return found.month() == time.month() && zone.seconds(found).orElse(-1) >= 0 ? found.day() : -1;
  }

  /** Step "find_matching_component": the least number from {@code least} on. */
  private static OptionalInt matching(List<CalendarPart> parts, int least) {
    if (parts.isEmpty()) {
      return OptionalInt.of(least);
    }
    var best = OptionalInt.empty();
    for (CalendarPart part : parts) {
      int found = part.start();
      if (found < least && part.repeat() > 0) {
        int steps = (least - found + part.repeat() - 1) / part.repeat();
        found += steps * part.repeat();
        found = part.stop() < 0 || found <= part.stop() ? found : -1;
      }
      if (found >= least && (best.isEmpty() || found < best.getAsInt())) {
        best = OptionalInt.of(found);
      }
    }
    return best;
  }

  /** Step "tm_within_bounds": a time that does not exist becomes the next one that does. */
  private Step bounds() {
    if (time.year() > CalendarEvent.LAST_YEAR || zone.seconds(time).orElse(-1) < 0) {
      return Step.OVER;
    }
    var real = zone.normalized(time);
    int order = real.order(time);
    if (order > 0) {
      time = real.fromFirstChange(time);
    }
    return order == 0 ? Step.ON : order > 0 ? Step.AGAIN : Step.OVER;
  }

  private boolean matchesWeekday() {
    int days = event.weekdays();
    return days == 0 || (days >> zone.weekday(time) & 1) != 0;
  }
}
