package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.unitlint.rule.Rules;

/** The README's table of rules is that of the program. {@code -Dgolden=update} rewrites it. */
class ReadmeTest {
  private static final Path BASE = Path.of(System.getProperty("unitlint.basedir", "."));
  private static final Path README = BASE.resolve("README.md");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final String TABLE_START = "<!-- rules -->";
  private static final String TABLE_END = "<!-- /rules -->";

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
