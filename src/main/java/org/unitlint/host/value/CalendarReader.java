package org.unitlint.host.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a calendar event step by step, as systemd's calendar_spec_from_string does where the
 * machine's own zone is UTC.
 */
final class CalendarReader {
  private static final int MOST_PARTS = 241;
  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final String UTC = "UTC";

  /** A second behind the last year that events know. */
  private static final long LATEST = 1L << 33;

  /** What a chain that matches every second holds. */
  private static final CalendarPart EVERY_SECOND = new CalendarPart(0, -1, CalendarEvent.SECOND);

  private static final List<CalendarPart> ZERO = List.of(CalendarPart.of(0));
  private static final List<CalendarPart> ONE = List.of(CalendarPart.of(1));

  private static final List<CalendarPart> ALL = List.of();

  private static final Map<String, String> SHORTHANDS =
      Map.ofEntries(
          Map.entry("minutely", "*:*"),
          Map.entry("hourly", "*:0"),
          Map.entry("daily", "0:0"),
          Map.entry("monthly", "*-1 0:0"),
          Map.entry("annually", "1-1 0:0"),
          Map.entry("yearly", "1-1 0:0"),
          Map.entry("anually", "1-1 0:0"),
          Map.entry("weekly", "Mon 0:0"),
          Map.entry("quarterly", "1,4,7,10-1 0:0"),
          Map.entry("biannually", "1,7-1 0:0"),
          Map.entry("bi-annually", "1,7-1 0:0"),
          Map.entry("semiannually", "1,7-1 0:0"),
          Map.entry("semi-annually", "1,7-1 0:0"));

  private final String text;
  private int at;
  private int weekdays;
  private boolean fromMonthEnd;
  private List<CalendarPart> years = ALL;
  private List<CalendarPart> months = ALL;
  private List<CalendarPart> days = ALL;
  private List<CalendarPart> hours = ALL;
  private List<CalendarPart> minutes = ALL;
  private List<CalendarPart> micros = ALL;

  private CalendarReader(String text) {
    this.text = text;
  }

  /** Words that stand for whole events, in small letters. */
  static Set<String> shorthands() {
    return SHORTHANDS.keySet();
  }

  /** The event, whose numbers may yet be out of range; empty where the text is none. */
  static Optional<CalendarEvent> read(String text) {
    int blank = text.lastIndexOf(' ');
    String last = text.substring(blank + 1);
    boolean zoned = blank >= 0 && isZone(last);
    String event = zoned ? text.substring(0, blank) : text;
    Optional<String> zone =
        zoned ? Optional.of(last.equalsIgnoreCase(UTC) ? UTC : last) : Optional.empty();
    if (event.isEmpty()) {
      return Optional.empty();
    }
    boolean named = event.length() < 20;
    String meant = named ? SHORTHANDS.get(event.toLowerCase(Locale.ROOT)) : null;
    var reader = new CalendarReader(meant == null ? event : meant);
    return reader.event(zone);
  }

  private static boolean isZone(String word) {
    return word.equalsIgnoreCase(UTC) || TimeZones.find(word).isPresent();
  }

  private Optional<CalendarEvent> event(Optional<String> zone) {
    if (!weekdays()) {
      return Optional.empty();
    }
    if (peek(0) == '@') {
      return point();
    }
    return date() && time() && at == text.length() ? Optional.of(made(zone)) : Optional.empty();
  }

  private CalendarEvent made(Optional<String> zone) {
    return new CalendarEvent(
        weekdays, years, months, days, fromMonthEnd, hours, minutes, micros, zone);
  }

  /** The character so far ahead; NUL behind the end. */
  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private void skipSpaces() {
    while (peek(0) == ' ') {
      at++;
    }
  }

  /** Step "parse_weekdays". */
  private boolean weekdays() {
    int open = -1;
    for (boolean first = true; ; first = false) {
      int day = day();
      if (day < 0) {
        return first;
      }
      at +=
          text.regionMatches(true, at, DAYS.get(day), 0, DAYS.get(day).length())
              ? DAYS.get(day).length()
              : 3;
      if ("-., \0".indexOf(peek(0)) < 0 || open > day) {
        return false;
      }
      for (int i = open < 0 ? day : open; i <= day; i++) {
        weekdays |= 1 << i;
      }
      if (peek(0) == 0 || peek(0) == ' ') {
        skipSpaces();
        return true;
      }
      boolean dots = peek(0) == '.';
      if (peek(0) == ',') {
        open = -1;
      } else if (open >= 0 || dots && peek(1) != '.') {
        return false;
      } else {
        open = day;
      }
      at += dots ? 2 : 1;
      if (peek(0) == 0 || peek(0) == ' ') {
        skipSpaces();
        return open < 0;
      }
    }
  }

  private int day() {
    for (int i = 0; i < DAYS.size(); i++) {
      if (text.regionMatches(true, at, DAYS.get(i), 0, 3)) {
        return i;
      }
    }
    return -1;
  }

  /** A point in time, counted in seconds from the year 1970 on. */
  private Optional<CalendarEvent> point() {
    var seconds = CNumber.read(text, at + 1, 10);
    long value = seconds.negative() ? -seconds.digits() : seconds.digits();
    if (seconds.end() == at + 1
        || seconds.tooLarge()
        || seconds.end() < text.length()
        || value < 0
        || value > LATEST) {
      return Optional.empty();
    }
    var time = Instant.ofEpochSecond(value).atOffset(ZoneOffset.UTC);
    years = List.of(CalendarPart.of(time.getYear()));
    months = List.of(CalendarPart.of(time.getMonthValue()));
    days = List.of(CalendarPart.of(time.getDayOfMonth()));
    hours = List.of(CalendarPart.of(time.getHour()));
    minutes = List.of(CalendarPart.of(time.getMinute()));
    micros = List.of(CalendarPart.of(time.getSecond() * CalendarEvent.SECOND));
    return Optional.of(made(Optional.of(UTC)));
  }

  /** Step "parse_date"; what turns out to be a time is left to be read again. */
  private boolean date() {
    int start = at;
    if (peek(0) == 0) {
      return true;
    }
    var first = chain(false);
    if (first.isEmpty()) {
      return false;
    }
    if (peek(0) == 0 || peek(0) == ':') {
      at = start;
      return true;
    }
    var second = next();
    if (second.isEmpty()) {
      return false;
    }
    if (peek(0) == 0 || peek(0) == ' ') {
      skipSpaces();
      months = first.get();
      days = second.get();
      return true;
    }
    var third = fromMonthEnd ? Optional.<List<CalendarPart>>empty() : next();
    if (third.isEmpty() || peek(0) != 0 && peek(0) != ' ') {
      return false;
    }
    skipSpaces();
    years = first.get();
    months = second.get();
    days = third.get();
    return true;
  }

  /** What follows a hyphen or tilde. */
  private Optional<List<CalendarPart>> next() {
    if (peek(0) != '-' && peek(0) != '~') {
      return Optional.empty();
    }
    fromMonthEnd = peek(0) == '~';
    at++;
    return chain(false);
  }

  /** Step "parse_calendar_time". */
  private boolean time() {
    if (peek(0) == 0) {
      hours = ZERO;
      minutes = ZERO;
      micros = ZERO;
      return true;
    }
    var hour = chain(false);
    if (hour.isEmpty() || peek(0) != ':') {
      return false;
    }
    at++;
    var minute = chain(false);
    if (minute.isEmpty() || peek(0) != 0 && peek(0) != ':') {
      return false;
    }
    hours = hour.get();
    minutes = minute.get();
    micros = ZERO;
    if (peek(0) == 0) {
      return true;
    }
    at++;
    var second = chain(true);
    micros = second.orElse(ZERO);
    return second.isPresent() && peek(0) == 0;
  }

  /** Step "parse_chain": a star, or numbers and ranges between commas. */
  private Optional<List<CalendarPart>> chain(boolean seconds) {
    if (peek(0) == '*') {
      at++;
      return Optional.of(seconds ? List.of(EVERY_SECOND) : ALL);
    }
    var parts = new ArrayList<CalendarPart>();
    do {
      at += parts.isEmpty() ? 0 : 1;
      var part = part(seconds);
      if (part.isEmpty() || parts.size() == MOST_PARTS) {
        return Optional.empty();
      }
      parts.add(part.get());
    } while (peek(0) == ',');
    return Optional.of(parts);
  }

  /** Step "prepend_component". */
  private Optional<CalendarPart> part(boolean seconds) {
    int start = number(seconds);
    int stop = -1;
    int repeat = 0;
    if (start < 0) {
      return Optional.empty();
    }
    if (peek(0) == '.' && peek(1) == '.') {
      at += 2;
      stop = number(seconds);
      repeat = seconds ? CalendarEvent.SECOND : 1;
      if (stop < 0) {
        return Optional.empty();
      }
    }
    if (peek(0) == '/') {
      at++;
      repeat = number(seconds);
      if (repeat <= 0) {
        return Optional.empty();
      }
    } else if (seconds && stop >= 0 && (long) start + repeat > stop) {
      return Optional.empty();
    }
    return " ,-~:\0".indexOf(peek(0)) < 0
        ? Optional.empty()
        : Optional.of(new CalendarPart(start, stop, repeat));
  }

  /** Step "parse_component_decimal"; negative where there is no number or a too large one. */
  private int number(boolean seconds) {
    if (!CNumber.isDigit(peek(0))) {
      return -1;
    }
    var read = CNumber.read(text, at, 10);
    at = read.end();
    long most = seconds ? Integer.MAX_VALUE / CalendarEvent.SECOND : Integer.MAX_VALUE;
    if (read.tooLarge() || Long.compareUnsigned(read.digits(), most) > 0) {
      return -1;
    }
    if (!seconds) {
      return (int) read.digits();
    }
    int micros = (int) read.digits() * CalendarEvent.SECOND;
    if (peek(0) != '.' || peek(1) == '.') {
      return micros;
    }
    at++;
    int fraction = fraction();
    return fraction < 0 || micros > Integer.MAX_VALUE - fraction ? -1 : micros + fraction;
  }

  /** Step "parse_fractional_part_u": six digits, rounded. */
  private int fraction() {
    int end = CNumber.skipDigits(text, at);
    if (end == at) {
      return -1;
    }
    int micros = 0;
    for (int i = at; i < at + 6; i++) {
      micros = micros * 10 + (i < end ? text.charAt(i) - '0' : 0);
    }
    boolean up = end > at + 6 && text.charAt(at + 6) >= '5';
    at = end;
    return up ? micros + 1 : micros;
  }
}
