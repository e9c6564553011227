package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns the five fields of crontab(5) into a calendar event. */
final class Cron {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS =
      List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> EVENT_DAYS =
      List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final String SIGNS = "*/,-";

  private Cron() {}

  /** Whether the text looks like five fields of cron. */
  static boolean isLine(String text) {
    String[] fields = fields(text);
    if (fields.length != 5) {
      return false;
    }
    for (int i = 0; i < 3; i++) {
      for (char c : fields[i].toCharArray()) {
        if (!CNumber.isDigit(c) && SIGNS.indexOf(c) < 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static String[] fields(String text) {
    return text.strip().split("[ \t]+", 7);
  }

  /**
   * The event in its normal form; empty for what cron would not read, or what takes two events: to
   * cron one of weekday and day of the month is enough.
   */
  static Optional<String> event(String text) {
    String[] fields = fields(text);
    var minutes = list(fields[0], 0, List.of());
    var hours = list(fields[1], 0, List.of());
    var days = list(fields[2], 1, List.of());
    var months = list(fields[3], 1, MONTHS);
    var weekdays = fields[4].equals("*") ? Optional.of("") : weekdays(fields[4]);
    boolean both = !fields[2].equals("*") && !fields[4].equals("*");
    if (both
        || minutes.isEmpty()
        || hours.isEmpty()
        || days.isEmpty()
        || months.isEmpty()
        || weekdays.isEmpty()) {
      return Optional.empty();
    }
    String event =
        weekdays.get()
            + " *-"
            + months.get()
            + "-"
            + days.get()
            + " "
            + hours.get()
            + ":"
            + minutes.get();
    return CalendarEvent.parse(event.strip()).map(CalendarEvent::text);
  }

  private static Optional<String> list(String field, int first, List<String> names) {
    if (field.equals("*") || field.equals("*/1")) {
      return Optional.of("*");
    }
    var items = new ArrayList<String>();
    for (String item : field.split(",", -1)) {
      String[] stepped = item.split("/", 2);
      String[] range = stepped[0].split("-", 2);
      var from = stepped[0].equals("*") ? OptionalInt.of(first) : number(range[0], names);
      var to = range.length > 1 ? number(range[1], names) : from;
      boolean step = stepped.length < 2 || number(stepped[1], List.of()).isPresent();
      if (from.isEmpty() || to.isEmpty() || !step) {
        return Optional.empty();
      }
      items.add(
          from.getAsInt()
              + (range.length > 1 ? ".." + to.getAsInt() : "")
              + (stepped.length > 1 ? "/" + stepped[1] : ""));
    }
    return Optional.of(String.join(",", items));
  }

  private static OptionalInt number(String text, List<String> names) {
    int named = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return OptionalInt.of(named + 1);
    }
    boolean digits =
        !text.isEmpty() && text.length() < 5 && CNumber.skipDigits(text, 0) == text.length();
    return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  private static Optional<String> weekdays(String field) {
    var days = new ArrayList<String>();
    for (String item : field.split(",", -1)) {
      String[] range = item.split("-", 2);
      int from = weekday(range[0]);
      int to = weekday(range[range.length - 1]);
      if (from < 0 || to < from) {
        return Optional.empty();
      }
      for (int day = from; day <= to; day++) {
        days.add(EVENT_DAYS.get(day));
      }
    }
    return Optional.of(String.join(",", days));
  }

  private static int weekday(String text) {
    boolean digit = text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '7';
    return digit ? text.charAt(0) - '0' : DAYS.indexOf(text.toLowerCase(Locale.ROOT));
  }
}
