package org.unitlint.boot.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How scripts fall into commands. */
class ShellCommandTest {
  /**
   * Each word in brackets, {@code &} behind what is left alone, {@code ?} behind an alternative.
   */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '^',
      textBlock =
          """
          ''                => []
          a  b              => [a][b]
          a;b               => [a] [b]
          a & b             => [a]& [b]
          a && b || c       => [a] [b]? [c]
          a | b             => [a] [b]
          a >x 2>&1 &       => [a][>x][2>&1]&
          a &>x             => [a][&>x]
          'a b' "c;d" e\\ f => [a b][c;d][e f]
          "a \\" b"        => [a " b]
          a # b; c          => [a]
          a#b               => [a#b]
          'a                => [a]
          a \\             => [a]
          """)
  void words(String script, String expected) {
    String cut =
        ShellCommand.all(script).stream()
            .filter(c -> !c.words().isEmpty())
            .map(
                c ->
                    c.words().stream().map(w -> "[" + w + "]").collect(Collectors.joining())
                        + (c.inBackground() ? "&" : "")
                        + (c.isAlternativeNext() ? "?" : ""))
            .collect(Collectors.joining(" "));
    assertEquals(expected, cut.isEmpty() ? "[]" : cut);
  }

  @Test
  void anythingIsCut() {
    var random = new Random(1);
    String pieces = "ab '\"\\;&|#\n><\u0000";
    for (int i = 0; i < 50_000; i++) {
      var script = new StringBuilder();
      for (int n = random.nextInt(10); n > 0; n--) {
        script.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      ShellCommand.all(script.toString());
    }
  }
}
