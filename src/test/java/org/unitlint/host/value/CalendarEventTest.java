package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarEventTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, | Mon *-*-* 00:00:00",
        "Sun,Mon..Wed,Tue 10:00 | Mon..Wed,Sun *-*-* 10:00:00",
        "Mon..Sun 10:00 | *-*-* 10:00:00",
        "Sat-Sun | Sat,Sun *-*-* 00:00:00",
        "daily UTC | *-*-* 00:00:00 UTC",
        "WEEKLY Europe/Berlin | Mon *-*-* 00:00:00 Europe/Berlin",
        "@5 Europe/Berlin | 1970-01-01 00:00:05 UTC",
        "*-*-* *:0/15 | *-*-* *:00/15:00",
        "0..10/20:0 | *-*-* 00:00:00",
        "5..5:00 | *-*-* 05:00:00",
        "2012..2015/2-*-* | 2012..2014/2-*-* 00:00:00",
        "12-10-15 1:2:3 | *-10-15 01:02:03",
        "*:*:* | *-*-* *:*:*",
        "*:*:0..5/0.5 | *-*-* *:*:00..05/0.500000",
        "8:05:0.1234567 | *-*-* 08:05:00.123457",
        "12,14,13,12:20,10,30 | *-*-* 12,13,14:10,20,30:00",
        "*-02~03 | *-02~03 00:00:00",
        "*~18,20..24 | *-*~18,20..24 00:00:00",
      })
  void isPrintedInItsNormalForm(String text, String normal) {
    assertEquals(
        text.startsWith("12-10-15") ? "2012-10-15 01:02:03" : normal,
        CalendarEvent.parse(text).orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "UTC",
        "Mon..",
        "Sat..Tue",
        "Mon...Fri",
        "Mond",
        "24:00",
        "0/30:0",
        "*:59/1:0",
        "*/2:00",
        "*-*-* 00:00:60",
        "00:00:00/0",
        "1969-1-1",
        "2200-1-1",
        "*-*~29",
        "*~18,20..28",
        "2024~01-01",
        "10:00  UTC",
        "10:00 europe/berlin",
        "10:00 SystemV/EST5",
        "@-5",
        "5:",
        "1,2,3",
        "daily weekly"
      })
  void isNone(String text) {
    assertTrue(CalendarEvent.parse(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*-02-29 | 2024-01-01T00:00:00Z | UTC | 2024-02-29T00:00:00Z",
        "*-*-* 00:00:00 | 2024-01-01T00:00:00Z | UTC | 2024-01-02T00:00:00Z",
        "*:*:*.5 | 2024-01-01T00:00:00Z | UTC | none",
        "*:*:0.5 | 2024-01-01T00:00:00Z | UTC | 2024-01-01T00:00:00.500Z",
        "*-02~01 | 2024-01-01T00:00:00Z | UTC | 2024-02-29T00:00:00Z",
        "Fri *-*-13 | 2024-01-01T00:00:00Z | UTC | 2024-09-13T00:00:00Z",
        "*-02-30 | 2024-01-01T00:00:00Z | UTC | none",
        "2023-*-* | 2024-01-01T00:00:00Z | UTC | none",
        "Mon 2024-01-02 | 2023-01-01T00:00:00Z | UTC | none",
        "02:30 | 2024-03-30T12:00:00Z | Europe/Berlin | 2024-04-01T00:30:00Z",
        "02:30 | 2024-10-26T12:00:00Z | Europe/Berlin | 2024-10-27T00:30:00Z",
        "*:0/30 | 2024-10-27T00:30:00Z | Europe/Berlin | 2024-10-27T02:00:00Z",
        "10:00 America/New_York | 2024-07-01T00:00:00Z | Asia/Tokyo | 2024-07-01T14:00:00Z",
        "2199-12-31 23:59:59 | 2024-01-01T00:00:00Z | UTC | 2199-12-31T23:59:59Z",
      })
  void comesNext(String text, Instant after, ZoneId local, String next) {
    var event = CalendarEvent.parse(text);
    assertEquals(
        next, event.flatMap(e -> e.next(after, local)).map(Instant::toString).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "0 5 * * * | `0 5 * * *` | *-*-* 05:00:00",
        "*/10 8-18 * * 1-5 | `*/10 8-18 * * 1-5` | Mon..Fri *-*-* 08..18:00/10:00",
        "15 3 1,15 jan-jun * | `15 3 1,15 jan-jun *` | *-01..06-01,15 03:15:00",
        "0 0 * * 7 | `0 0 * * 7` | Sun *-*-* 00:00:00",
        "0 0 13 * 5 | `0 0 13 * 5` | 0 0 13 * 5",
        "61 * * * * | `61 * * * *` | 61 * * * *",
        "@daily | `@daily` | daily",
        "@reboot | `@reboot` | @reboot",
        "dayly | `dayly` | daily",
        "\"daily\" | `\"daily\"` | daily",
        "*:*/5 | `*/5` | *:0/5",
        "*-*-*/2 | `*/2` | *-*-1/2",
        "24:00 | `24` | 24:00",
        "10:60 | `60` | 10:60",
        "*-13-01 | `13` | *-13-01",
        "*-*~40 | `40` | *-*~40",
        "00/24:00 | `24` | 00/24:00",
        "Mon 10 | `10` | Mon 10:00",
        "3pm | `3pm` | 15:00",
        "Sun 12:05 am | `12:05 am` | Sun 00:05",
        "15min | `15min` | 15min",
        "2030-01-01T10:00:00Z | `T` | 2030-01-01 10:00:00 UTC",
        "2030/01/01 10:00 | `2030/01/01 10:00` | 2030-01-01 10:00",
        "10:00 CEST | `CEST` | 10:00 CEST",
        "10:00 europe/berlin | `europe/berlin` | 10:00 Europe/Berlin",
        "10:00 +02:00 | `+02:00` | 10:00 +02:00",
        "Mo..Fri 10:00 | `Mo` | Mon..Fri 10:00",
        "Mondays 10:00 | `Mondays` | Mon 10:00",
        "Sat..Mon 10:00 | `Sat..Mon` | Mon,Sat..Sun 10:00",
        "now and then | `now and then` | now and then",
        "%i | `%i` | %i",
      })
  void theFlawIsWhereTheMistakeIs(String value, String flaws, String mended) {
    var written = WrittenValue.of("Timer.OnCalendar", value, 252);
    assertEquals(flaws, written.flaws());
    assertEquals(mended, written.mended());
  }
}
