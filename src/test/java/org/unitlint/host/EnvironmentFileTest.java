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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A=                       | A=",
        "` A = 1 `                | A=1",
        "A=1 # no note            | `A=1 # no note`",
        "`A='1 2' \"3\"`           | `A=1 23`",
        "`A=it's`                 | A=it's",
        "`A=\"\\\\ \\a \\$\"`        | `A=\\ \\a $`",
        "`A=\\a\\\nb`              | A=ab",
        "`A=1\n\n;x=y\nB=2\nA=3`  | A=1 B=2 A=3",
        "`A=\"1\n2\"\nB=`          | `A=1\n2 B=`",
        "`1=2\nB=3`               | B=3",
        "`export A=1`             | ``",
      })
  void variablesThatItSets(String text, String variables) {
    var tree = new MemoryTree().file("/etc/env", text);
    var found = EnvironmentFile.read(tree, "/etc/env").orElseThrow().variables();
    assertEquals(
        variables == null ? "" : variables,
        found.stream().map(v -> v.name() + "=" + v.value()).collect(Collectors.joining(" ")));
  }

  @Test
  void noFileNoLines() {
    assertEquals(true, EnvironmentFile.read(new MemoryTree(), "/etc/env").isEmpty());
  }
}
