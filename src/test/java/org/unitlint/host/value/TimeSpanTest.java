package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "infinity, 18446744073709551615, infinity",
    "' infinity ', 18446744073709551615, infinity",
    "18446744073708s, 18446744073708000000, 584542y 2w 2d 20h 1min 48s",
    "9999y, 315544442400000000, 9999y",
    ".5s, 500000, 500ms",
    "1.0000009s, 1000000, 1s",
    "0.1us, 0, 0",
    "1h30, 3630000000, 1h 30s",
    "5 5, 10000000, 10s",
    "+5, 5000000, 5s",
    "90, 90000000, 1min 30s",
    "' 1h 2 min', 3720000000, 1h 2min",
    "1M, 2629800000000, 1month",
    "1m, 60000000, 1min",
    "5msec5usec, 5005, 5.005ms",
    "10\u00B5s, 10, 10us",
    "10\u03BCs, 10, 10us",
    "55s500ms, 55500000, 55.500000s",
    "1.5s, 1500000, 1.500000s",
    "2month3us, 5259600000003, 2month 3us",
    "400d, 34560000000000, 1y 1month 4d 7h 30min",
    "300ms20s 5day, 432020300000, 5d 20.300000s"
  })
  void isReadAndPrinted(String text, String micros, String printed) {
    var span = TimeSpan.parse(text).orElseThrow();
    assertEquals(micros, Long.toUnsignedString(span.micros()));
    assertEquals(printed, span.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "-0",
        "3.",
        "3.sec",
        "1.2.3",
        ".",
        "+",
        "+.5",
        "5 parsecs",
        "s",
        "s5",
        "5+5",
        "18446744073709s",
        "5S",
        "5mins",
        "1e3s",
        "infinity x",
        "Infinity",
        "584543y",
        "99999999999999999999",
        "9223372036854775808us"
      })
  void isNone(String text) {
    assertTrue(TimeSpan.parse(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"0, infinity", "1us, 1us", "infinity, infinity"})
  void zeroMayMeanForEver(String text, String printed) {
    assertEquals(printed, TimeSpan.parse(text).orElseThrow().zeroAsInfinity().text());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1ns",
    "10nsec, 10, 10ns",
    "5us, 5000, 5us",
    "1.5us, 1500, 1500ns",
    "0.5ns, 0, 0",
    "infinity, 18446744073709551615, for ever"
  })
  void nanosecondsAreCounted(String text, String nanos, String meaning) {
    long read = TimeSpan.parseNanos(text).orElseThrow();
    assertEquals(nanos, Long.toUnsignedString(read));
    assertEquals(meaning, new NanoSpan(read).meaning());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5mins | `mins` | 5min",
        "5min30secs | `secs` | 5min30s",
        "5 Minutes | `Minutes` | 5 minutes",
        "10S | `S` | 10s",
        "5min. | `.` | 5min",
        "5 min. 3s | `min.` | 5 min 3s",
        "1 fortnight | `fortnight` | 1 fortnight",
        "1:30 | `1:30` | 1:30",
        "01:30:00 | `01:30:00` | 1h 30min",
        "2,5s | `,` | 2.5s",
        "1,500 | `,` | 1,500",
        "2 days, 3h | `,` | 2 days 3h",
        "unlimited | `unlimited` | infinity",
        "INFINITY | `INFINITY` | infinity",
        "never | `never` | never",
        "-1 | `-1` | -1",
        "-5s | `-5s` | -5s",
        "'5s' | `'5s'` | 5s",
        "5s; | `;` | 5s",
        "=5s | `=` | 5s",
        "5M | SILENT `M` | 5M",
        "1M 5min | '' | 1M 5min",
        "99999999999999999999 | `99999999999999999999` | 99999999999999999999"
      },
      quoteCharacter = '^')
  void theFlawIsWhereTheMistakeIs(String value, String flaws, String mended) {
    var written = WrittenValue.of("Service.TimeoutStopSec", value, 252);
    assertEquals(flaws.replace("''", ""), written.flaws());
    assertEquals(mended, written.mended());
  }

  @ParameterizedTest
  @CsvSource({
    "Timer.OnUnitActiveSec, 1M, ''",
    "Timer.OnUnitActiveSec, 6M, ''",
    "Timer.OnUnitActiveSec, 30M, SILENT `M`",
    "Service.RuntimeMaxSec, 1M, ''",
    "Service.RestartSec, 1M, SILENT `M`",
    "Service.RestartSec, 1month, ''",
    "Unit.JobTimeoutSec, 15 M, SILENT `M`"
  })
  void monthsAreDoubtedWhereNobodyWaitsForMonths(String directive, String value, String flaws) {
    assertEquals(flaws, WrittenValue.of(directive, value, 252).flaws());
  }
}
