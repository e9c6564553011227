package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "5, 5000000",
    "0, 0",
    "1min 30s, 90000000",
    "1min30, 90000000",
    "1.5h, 5400000000",
    "500 ms, 500000",
    "7us, 7",
    "' 2 days ', 172800000000",
    ".5, 500000",
    "'', -1",
    "infinity, -1",
    "1 fortnight, -1",
    "3 months, 7889400000000",
    "5s x, -1"
  })
  void areRead(String text, long micros) {
    var expected = micros < 0 ? OptionalLong.empty() : OptionalLong.of(micros);
    assertEquals(expected, Durations.micros(text));
  }
}
