package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.unitlint.rule.Rules;
import org.unitlint.support.Run;

/**
 * What the README shows is true: after each {@code $ unitlint} or {@code $ cat} line of a console
 * block stands what it prints in testdata/readme, and the table of rules is that of the program.
 * {@code -Dgolden=update} rewrites both.
 */
class ReadmeTest {
  private static final Path BASE = Path.of(System.getProperty("unitlint.basedir", "."));
  private static final Path README = BASE.resolve("README.md");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final String TABLE_START = "<!-- rules -->";
  private static final String TABLE_END = "<!-- /rules -->";

  @Test
  void consoleBlocksShowWhatIsPrinted() throws IOException {
    var written = Files.readAllLines(README);
    var actual = new ArrayList<String>();
    int shown = 0;
    boolean console = false;
    for (int i = 0; i < written.size(); i++) {
      String line = written.get(i);
      actual.add(line);
      if (line.startsWith("```")) {
        console = line.equals("```console");
      } else if (console && (line.startsWith("$ unitlint") || line.startsWith("$ cat"))) {
        shown++;
        actual.addAll(printed(line));
        while (!written.get(i + 1).startsWith("$ ") && !written.get(i + 1).equals("```")) {
          i++;
        }
      }
    }
    assertTrue(shown > 0, "the README shows nothing");
    compare(written, actual);
  }

  private static List<String> printed(String line) throws IOException {
    var folder = BASE.resolve("testdata/readme");
    String[] words = Run.words(line.substring(2));
    if (words[0].equals("cat")) {
      return Files.readAllLines(folder.resolve(words[1]));
    }
    var run = Run.in(folder, List.of(words).subList(1, words.length).toArray(String[]::new));
    return run.out().lines().toList();
  }

  @Test
  void tableOfRulesIsComplete() throws IOException {
    var written = Files.readAllLines(README);
    var actual = new ArrayList<>(written.subList(0, written.indexOf(TABLE_START) + 1));
    actual.add("| code | name | severity | |");
    actual.add("| - | - | - | - |");
    for (var rule : Rules.ALL) {
      var info = rule.info();
      actual.add(
          List.of(info.code(), info.name(), info.severity().word(), info.summary()).stream()
              .collect(Collectors.joining(" | ", "| ", " |")));
    }
    actual.addAll(written.subList(written.indexOf(TABLE_END), written.size()));
    compare(written, actual);
  }

  private static void compare(List<String> written, List<String> actual) throws IOException {
    if (UPDATE && !written.equals(actual)) {
      Files.writeString(README, String.join("\n", actual) + "\n");
      fail("rewritten, read it: " + README);
    }
    assertEquals(String.join("\n", written), String.join("\n", actual));
  }
}
