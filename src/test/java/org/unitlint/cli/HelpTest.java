package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unitlint.support.Run;

/** The help of each command fits a screen and shows what to write. */
class HelpTest {
  private static final int LINES = 40;
  private static final int COLUMNS = 100;

  static List<String> commands() {
    return CommandLineRunner.names();
  }

  private static List<String> help(String command) {
    return Run.in(Path.of("."), command, "--help").out().lines().toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsAScreen(String command) {
    var lines = help(command);
    assertTrue(lines.size() <= LINES, () -> lines.size() + " lines");
    lines.forEach(l -> assertTrue(l.codePointCount(0, l.length()) <= COLUMNS, l));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsExamplesThatAreUnderstood(String command) {
    var examples = help(command).stream().filter(l -> l.startsWith("unitlint ")).toList();
    assertTrue(!examples.isEmpty(), "no example");
    for (String example : examples) {
      var words = Run.words(example.substring("unitlint ".length()));
      assertEquals(command, words[0]);
      var read = Stream.concat(Arrays.stream(words), Stream.of("--help"));
      var run = Run.in(Path.of("."), read.toArray(String[]::new));
      assertEquals(0, run.status(), example + ": " + run.err());
    }
  }

  @Test
  void isAsNarrowAsTheTerminal() {
    var out = new StringWriter();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            Path.of("."),
            true,
            Map.of("COLUMNS", "72"));
    new CommandLineRunner(terminal, Pager.NONE).run("boot", "--help");
    terminal.out().flush();
    out.toString().lines().forEach(l -> assertTrue(l.length() <= 72, l));
  }
}
