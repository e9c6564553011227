package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes to a pager, and what does not. */
class PagingTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final StringBuilder paged = new StringBuilder();
  private final Map<String, String> environment = new HashMap<>(Map.of("LINES", "10"));
  private boolean interactive = true;
  private boolean runs = true;
  private int patience = Integer.MAX_VALUE;

  private int run(String... words) {
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            Path.of("."),
            interactive,
            environment);
    int status = new CommandLineRunner(terminal, this::start).run(words);
    terminal.out().flush();
    terminal.err().flush();
    return status;
  }

  private Optional<Pager.Run> start() {
    return Optional.of(
        new Pager.Run() {
          @Override
          public void show(String text) throws IOException {
            if (paged.length() > patience) {
              throw new IOException("Broken pipe");
            }
            paged.append(text);
          }

          @Override
          public boolean end() {
            return runs;
          }
        });
  }

  @Test
  void longTextIsPaged() {
    assertEquals(0, run("rules"));
    assertTrue(paged.toString().startsWith("B101  "), paged::toString);
    assertTrue(paged.toString().lines().count() > 100);
    assertEquals("", out.toString());
  }

  @Test
  void shortTextIsNot() {
    assertEquals(0, run("rules", "S001"));
    assertEquals("", paged.toString());
    assertTrue(out.toString().startsWith("S001"));
  }

  @Test
  void wrappedLinesCountForWhatTheyTake() {
    environment.put("COLUMNS", "20");
    environment.put("LINES", "4");
    run("rules", "S001");
    assertTrue(paged.toString().startsWith("S001"), out::toString);
  }

  @Test
  void nothingIsPagedElsewhere() {
    interactive = false;
    run("rules");
    assertEquals("", paged.toString());
  }

  @Test
  void nothingIsPagedWhereNobodyWantsIt() {
    assertEquals(0, run("--no-pager", "rules"));
    assertEquals(0, run("rules", "--no-pager"));
    assertEquals("", paged.toString());
    assertTrue(out.toString().lines().count() > 200);
  }

  @Test
  void leavingThePagerIsNoFault() {
    patience = 100;
    assertEquals(0, run("rules"));
    assertEquals("", out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void whatThePagerCannotShowIsPrinted() {
    runs = false;
    assertEquals(0, run("rules"));
    assertTrue(out.toString().startsWith("B101"));
  }

  @Test
  void theStatusIsThatOfTheCommand() {
    assertEquals(2, run("rules", "--fromat"));
  }

  @Test
  void theEnvironmentNamesThePager() {
    assertTrue(new PagerProcess(Map.of("PAGER", "")).start().isEmpty());
    assertTrue(new PagerProcess(Map.of("PAGER", "cat")).start().isEmpty());
    assertTrue(new PagerProcess(Map.of("PAGER", "x", "UNITLINT_PAGER", "cat")).start().isEmpty());
    assertTrue(new PagerProcess(Map.of("TERM", "dumb")).start().isEmpty());
  }
}
