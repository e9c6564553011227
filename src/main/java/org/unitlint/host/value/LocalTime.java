package org.unitlint.host.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The time on the clocks of one zone, and the way back from it, as localtime(3) and mktime(3) of
 * the GNU C library go it. That library remembers the last offset; each object starts anew.
 */
final class LocalTime {
  private static final int MOST_PROBES = 6;

  /** A bit less than the shortest season there ever was, in seconds. */
  private static final long STRIDE = 601_200;

  /** How far another season is searched for. */
  private static final long FARTHEST = 536_454_000 / 2 + STRIDE;

  private final ZoneRules rules;
  private long offset;

  private LocalTime(ZoneRules rules) {
    this.rules = rules;
  }

  /** The clocks of that zone. */
  static LocalTime in(ZoneId zone) {
    return new LocalTime(zone.getRules());
  }

  /**
   * A time of which each number may lie beyond its bounds; months and days count from 1.
   *
   * @param summer whether it is summer time that shows it; empty where that is to be found
   */
  record Broken(
      int year, int month, int day, int hour, int minute, int second, Optional<Boolean> summer) {
    Broken(int year, int month, int day, int hour, int minute, int second) {
      this(year, month, day, hour, minute, second, Optional.empty());
    }

    /** The order by the numbers alone. */
    int order(Broken other) {
      int[] mine = {year, month, day, hour, minute, second};
      int[] others = {other.year, other.month, other.day, other.hour, other.minute, other.second};
      return Arrays.compare(mine, others);
    }

    Broken withSecond(int changed) {
      return new Broken(year, month, day, hour, minute, changed);
    }

    /** The same, whatever the season is. */
    Broken inAnySeason() {
      return new Broken(year, month, day, hour, minute, second);
    }

    /** The same, but the number behind the first that differs from {@code other} starts anew. */
    Broken fromFirstChange(Broken other) {
      if (year != other.year) {
        return new Broken(year, 1, day, hour, minute, second, summer);
      }
      if (month != other.month) {
        return new Broken(year, month, 1, hour, minute, second, summer);
      }
      if (day != other.day) {
        return new Broken(year, month, day, 0, minute, second, summer);
      }
      return hour != other.hour
          ? new Broken(year, month, day, hour, 0, second, summer)
          : minute != other.minute ? new Broken(year, month, day, hour, minute, 0, summer) : this;
    }
  }

  /** The same, and the way back leads there even from an hour that comes twice. */
  Broken start(long seconds) {
    var time = local(seconds);
    offset = linear(time) - seconds;
    return time;
  }

  /** What the clocks show so many seconds after the start of 1970 in UTC. */
  Broken local(long seconds) {
    var offset = rules.getOffset(Instant.ofEpochSecond(seconds));
    var time = LocalDateTime.ofEpochSecond(seconds, 0, offset);
    return new Broken(
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        Optional.of(isSummer(seconds)));
  }

  /** The weekday, from 0 for Monday. */
  int weekday(Broken time) {
    var real = normalized(time);
    return LocalDate.of(real.year, real.month, real.day).getDayOfWeek().getValue() - 1;
  }

  /** The time that mktime(3) makes of it. */
  Broken normalized(Broken time) {
    var seconds = seconds(time);
    return seconds.isEmpty() ? time : local(seconds.getAsLong());
  }

  private boolean isSummer(long seconds) {
    return rules.isDaylightSavings(Instant.ofEpochSecond(seconds));
  }

  /** The seconds since the start of 1970, found by probing; empty where no probe leads there. */
  OptionalLong seconds(Broken time) {
    long wanted = linear(time);
    long probe = wanted - offset;
    long before = probe;
    long last = probe;
    boolean lastSummer = false;
    for (int probes = MOST_PROBES; ; ) {
      long error = wanted - linear(local(probe));
      boolean summer = isSummer(probe);
      boolean other = time.summer.map(s -> s != summer).orElse(!lastSummer || summer);
      if (error == 0 || probe == before && probe != last && other) {
        long found = error == 0 ? inSeason(time, probe) : probe;
        offset = wanted - found;
        return OptionalLong.of(found);
      }
      if (--probes == 0) {
        return OptionalLong.empty();
      }
      before = last;
      last = probe;
      probe += error;
      lastSummer = summer;
    }
  }

  /** The time by the clocks of the wanted season, the nearest one where it is another. */
  private long inSeason(Broken time, long found) {
    if (time.summer.isEmpty() || time.summer.get() == isSummer(found)) {
      return found;
    }
    for (long away = STRIDE; away < FARTHEST; away += STRIDE) {
      for (long near : new long[] {found - away, found + away}) {
        if (isSummer(near) == time.summer.get()) {
          return near + linear(time) - linear(local(near));
        }
      }
    }
    return found;
  }

  /** The seconds that the time would be after the start of 1970 if it were in UTC. */
  private static long linear(Broken time) {
    int months = time.month - 1;
    var first =
        LocalDate.of(time.year + Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1, 1);
    long days = first.toEpochDay() + time.day - 1;
    return ((days * 24 + time.hour) * 60 + time.minute) * 60 + time.second;
  }
}
