package org.unitlint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.source.MemoryTree;

class EnvironmentFileTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                    | ``",
        "A=1                   | ``",
        "` A = 1 `             | ``",
        "# a note              | ``",
        "`# a note\\\ngoes on`   | ``",
        "; a note              | ``",
        "A=                    | ``",
        "=1                    | 1",
        "A-B=1                 | 1",
        "1A=1                  | 1",
        "just words            | 1",
        "export A=1            | 1e",
        "`A=1\nexport B=2\n\nC` | 2e 4",
        "`A=\"x\nno name\ny\"`   | ``",
        "`A='x\\\ny'\nB`         | 3",
        "`A=it's\nB=it's`      | ``",
        "`A=it's\nB`           | 2",
        "`A=x\\\n  y\nB`         | 3",
        "`A=\"open\nB`          | ``",
      })
  void linesThatSystemdIgnores(String text, String ignored) {
    var tree = new MemoryTree().file("/etc/env", text == null ? "" : text);
    var found = EnvironmentFile.read(tree, "/etc/env").orElseThrow().ignored();
    assertEquals(
        ignored == null ? "" : ignored,
        found.stream()
            .map(line -> line.number() + (line.exported() ? "e" : ""))
            .collect(Collectors.joining(" ")));
  }

  @Test
  void noFileNoLines() {
    assertEquals(true, EnvironmentFile.read(new MemoryTree(), "/etc/env").isEmpty());
  }
}
