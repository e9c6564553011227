package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How lines are broken to fit a terminal. */
class MarginTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "short;short",
        "one two three four five six;one two three four\\n    five six",
        "12345678901234567890;12345678901234567890",
        "12345678901234567890 b;12345678901234567890\\n    b",
        "123456789012345678901234 b;123456789012345678901234\\n    b",
        "  = note: one two three;  = note: one two\\n          three",
        " 12 | a line of a file that is long; 12 | a line of a file that is long",
        "    |      ^^^^^^^^^^^^^^^^^ why;    |      ^^^^^^^^^^^^^^^^^ why",
        "\033[1mone\033[0m two three four five;\033[1mone\033[0m two three four\\n    five",
        "\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00 \u4e00\u4e00 a;"
            + "\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\\n    \u4e00\u4e00 a",
      })
  void linesAreBrokenAtBlanks(String line, String fitting) {
    assertEquals(fitting.replace("\\n", "\n"), Margin.fit(line, 20));
  }

  @Test
  void nothingIsLostAndWhatCanFitFits() {
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      var line = new StringBuilder(" ".repeat(random.nextInt(6)) + "x");
      for (int words = random.nextInt(20); words >= 0; words--) {
        line.append(" ".repeat(1 + random.nextInt(2))).append("w".repeat(1 + random.nextInt(10)));
      }
      int columns = 20 + random.nextInt(40);
      String fitting = Margin.fit(line.toString(), columns);
      assertEquals(squeezed(line.toString()), squeezed(fitting));
      fitting.lines().forEach(l -> assertTrue(Cells.width(l) <= columns, columns + ": " + fitting));
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
