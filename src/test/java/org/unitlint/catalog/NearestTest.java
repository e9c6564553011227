package org.unitlint.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN =
      List.of("After", "Before", "Restart", "RestartSec", "TimeoutStartSec", "TimeoutStopSec");

  @ParameterizedTest
  @CsvSource({
    "'', a, 1",
    "same, same, 0",
    "Same, sAME, 0",
    "Restrt, Restart, 1",
    "Restatr, Restart, 1",
    "Rstarrt, Restart, 2",
    "ca, abc, 3",
  })
  void stepsAreCounted(String first, String second, int steps) {
    assertEquals(steps, Nearest.distance(first, second));
    assertEquals(steps, Nearest.distance(second, first));
  }

  @ParameterizedTest
  @CsvSource({
    "Aftr, After",
    "afetr, After",
    "Restar, Restart",
    "TimeoutStrtSec, TimeoutStartSec",
    "TimeoutSpopSec, TimeoutStopSec",
    "Af, ",
    "Xyz, ",
    "Rest, ",
  })
  void theClosestIsFound(String written, String meant) {
    assertEquals(Optional.ofNullable(meant), Nearest.of(written, KNOWN));
  }

  @Test
  void equallyCloseNamesAreSorted() {
    assertEquals(List.of("cat", "hat"), Nearest.all("bat", List.of("hat", "cat", "dog")));
    assertEquals(Optional.of("cat"), Nearest.of("bat", List.of("hat", "cat", "dog")));
    assertEquals(Optional.empty(), Nearest.certain("bat", List.of("hat", "cat", "dog")));
    assertEquals(Optional.of("hat"), Nearest.certain("bat", List.of("hat", "dog")));
  }
}
