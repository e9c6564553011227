package org.unitlint.host.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
  @ParameterizedTest
  @CsvSource({
    "90, 1min 30s",
    "' 1h 2 min', 1h 2min",
    "1h30, 1h 30s",
    "1.5s, 1.500000s",
    ".25ms, 250us",
    "2month3us, 2month 3us",
    "0, infinity",
    "infinity, infinity",
    "1y, 1y",
    "400d, 1y 1month 4d 7h 30min",
    "+5, 5s"
  })
  void isReadAndPrinted(String text, String printed) {
    assertEquals(printed, TimeSpan.print(TimeSpan.parseZeroAsInfinity(text).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "3.",
        "1.2.3",
        "5 parsecs",
        "s",
        "infinity x",
        "99999999999999999999",
        "-0",
        "+"
      })
  void isNone(String text) {
    assertTrue(TimeSpan.parse(text).isEmpty());
  }
}
