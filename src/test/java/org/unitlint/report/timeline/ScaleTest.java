package org.unitlint.report.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
  @ParameterizedTest
  @CsvSource({
    "0, 5200000, 0 1s 2s 3s 4s 5s",
    "0, 719000, 0 100ms 200ms 300ms 400ms 500ms 600ms 700ms",
    "330000, 3560000, 500ms 1s 1.5s 2s 2.5s 3s 3.5s",
    "0, 90000000, 0 20s 40s 1min 1min 20s",
    "0, 7200000000, 0 20min 40min 1h 1h 20min 1h 40min 2h",
    "0, 1, 0 1us"
  })
  void ticksAreRound(long from, long to, String ticks) {
    var scale = new Scale(from, to, 100, 900);
    assertEquals(
        ticks, scale.ticks(90).stream().map(Scale::label).collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 999, 123_456, 60_000_000, 86_400_000_000L, 100_000_000_000_000L})
  void ticksAreApart(long length) {
    var scale = new Scale(0, length, 100, 900);
    var ticks = scale.ticks(90);
    assertTrue(ticks.size() <= 10 && !ticks.isEmpty(), ticks.toString());
  }

  @Test
  void whatIsBeyondIsAtTheEnd() {
    assertEquals(900, new Scale(0, 10, 100, 900).x(20));
    assertEquals(100, new Scale(5, 10, 100, 900).x(0));
  }
}
