package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unitlint.support.Run;

/**
 * What docs/security.md shows is what is printed in testdata/security/page. {@code -Dgolden=update}
 * rewrites it.
 */
class SecurityPageTest {
  private static final Path BASE = Path.of(System.getProperty("unitlint.basedir", "."));
  private static final Path PAGE = BASE.resolve("docs/security.md");
  private static final Path FOLDER = BASE.resolve("testdata/security/page");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  @Test
  void consoleBlocksShowWhatIsPrinted() throws IOException {
    var written = Files.readAllLines(PAGE);
    var actual = new ArrayList<String>();
    boolean printed = false;
    for (String line : written) {
      if (line.startsWith("$ ")) {
        printed = true;
        actual.add(line);
        actual.addAll(printed(Run.words(line.substring(2))));
      } else if (!printed || line.equals("```")) {
        printed = false;
        actual.add(line);
      }
    }
    if (UPDATE && !written.equals(actual)) {
      Files.writeString(PAGE, String.join("\n", actual) + "\n");
      fail("rewritten, read it: " + PAGE);
    }
    assertEquals(String.join("\n", written), String.join("\n", actual));
  }

  private static List<String> printed(String[] words) throws IOException {
    if (words[0].equals("cat")) {
      return Files.readAllLines(FOLDER.resolve(words[1]));
    }
    return Run.in(FOLDER, Arrays.copyOfRange(words, 1, words.length)).out().lines().toList();
  }
}
