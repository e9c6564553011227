package org.unitlint.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.CalendarEvent;
import org.unitlint.source.Place;

/**
 * A calendar event of a timer. See systemd.time(7), "Calendar Events".
 *
 * @param setting where it is written
 */
record Dates(Setting setting, CalendarEvent event) {
  private static final Instant EPOCH = Instant.EPOCH;

  /** The calendar events of a unit, in the order of reading. */
  static Stream<Dates> of(Unit unit, Facts facts) {
    return unit.settings().all().stream()
        .filter(s -> s.directive().valueKind(facts.version()).equals("calendar"))
        .flatMap(
            s ->
                facts.values().read(s, unit.name()).value().stream()
                    .filter(CalendarEvent.class::isInstance)
                    .map(e -> new Dates(s, (CalendarEvent) e)));
  }

  /** When it comes first after a time, as far as UTC tells. */
  static Optional<Instant> next(CalendarEvent event, Instant after) {
    return event.next(after, ZoneOffset.UTC);
  }

  /** Whether there ever was or will be such a time. */
  boolean existsEver() {
    return next(event, EPOCH).isPresent();
  }

  /** The first such time if it may be on any weekday. */
  Optional<Instant> onAnyWeekday() {
    return next(event.onAnyWeekday(), EPOCH);
  }

  /** Where the date is written; the whole value where that is not plain. */
  Place date() {
    String text = setting.text();
    for (int start = 0; start < text.length(); ) {
      int blank = text.indexOf(' ', start);
      int end = blank < 0 ? text.length() : blank;
      char first = end > start ? text.charAt(start) : ' ';
      boolean date =
          (first >= '0' && first <= '9' || first == '*' || first == '@')
              && text.substring(start, end).indexOf(':') < 0;
      if (date) {
        return setting.value().at(start, end);
      }
      start = end + 1;
    }
    return setting.place();
  }

  /** Where the weekdays are written; the whole value where that is not plain. */
  Place weekdays() {
    int blank = setting.text().indexOf(' ');
    boolean plain = blank > 0 && Character.isLetter(setting.text().charAt(0));
    return plain ? setting.value().at(0, blank) : setting.place();
  }
}
