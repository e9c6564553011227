package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.support.Run;

/**
 * After each {@code $ unitlint} or {@code $ cat} line of a page's console blocks stands what it
 * prints in the page's folder of testdata. {@code -Dgolden=update} rewrites it.
 */
class ConsolePagesTest {
  private static final Path BASE = Path.of(System.getProperty("unitlint.basedir", "."));
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  @ParameterizedTest
  @CsvSource({
    "README.md, testdata/readme",
    "docs/converting-xinetd.md, testdata/convert/page",
    "docs/security.md, testdata/security/page",
  })
  void consoleBlocksShowWhatIsPrinted(Path page, Path folder) throws IOException {
    var written = Files.readAllLines(BASE.resolve(page));
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
        actual.addAll(printed(Run.words(line.substring(2)), BASE.resolve(folder)));
        while (!written.get(i + 1).startsWith("$ ") && !written.get(i + 1).equals("```")) {
          i++;
        }
      }
    }
    assertTrue(shown > 0, page + " shows nothing");
    if (UPDATE && !written.equals(actual)) {
      Files.writeString(BASE.resolve(page), String.join("\n", actual) + "\n");
      fail("rewritten, read it: " + page);
    }
    assertEquals(String.join("\n", written), String.join("\n", actual));
  }

  private static List<String> printed(String[] words, Path folder) throws IOException {
    if (words[0].equals("cat")) {
      return Files.readAllLines(folder.resolve(words[1]));
    }
    return Run.in(folder, Arrays.copyOfRange(words, 1, words.length)).out().lines().toList();
  }
}
