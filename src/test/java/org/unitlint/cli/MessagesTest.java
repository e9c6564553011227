package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.support.Run;

/** Messages are no wider than a terminal that says its width; lines of files are as they are. */
class MessagesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("unitlint.basedir", "."), "testdata/readme").toAbsolutePath();

  @ParameterizedTest
  @CsvSource({
    "check units,40",
    "check --color always units,57",
    "check web.service,60",
    "explain D320,50",
    "explain Restart=,33",
    "rules,60",
    "check --quiet --verison,40",
    "explain NoSuchThingAtAllThatIsKnownHere,40",
    "check --help,70"
  })
  void messagesFit(String line, int columns) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            FOLDER,
            true,
            Map.of("COLUMNS", String.valueOf(columns), "NO_COLOR", "1"));
    var words = Run.words(line);
    int status = new CommandLineRunner(terminal, Pager.NONE).run(words);
    terminal.out().flush();
    terminal.err().flush();
    var plain = Run.in(FOLDER, words);
    assertEquals(plain.status(), status);
    String text = (out.toString() + err).replaceAll("\033\\[[0-9;]*m", "");
    text.lines()
        .filter(l -> !l.matches(" *\\d* +\\|.*") && l.strip().indexOf(' ') > 0)
        .forEach(l -> assertTrue(l.codePointCount(0, l.length()) <= columns, l));
    assertEquals(squeezed(plain.out()), squeezed(out.toString()));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
