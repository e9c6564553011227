package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;

/** One mistake makes one finding, whichever rules look at it. */
class SettledTest {
  @Test
  void aCommentExplainsTheValue() {
    assertEquals(List.of("S012:3"), text("[Service]\nExecStart=/bin/true\nRestart=no # never\n"));
  }

  @Test
  void aBrokenContinuationExplainsWhatFollows() {
    assertEquals(List.of("S009:2"), text("[Service]\nExecStart=/bin/true \\ \n  --utc\nNice=5\n"));
  }

  @Test
  void aMissingBackslashExplainsAllOptionsBelow() {
    assertEquals(List.of("S004:3"), text("[Service]\nExecStart=/bin/true\n  --utc\n  --port=13\n"));
  }

  @Test
  void aNulExplainsTheRestOfItsLine() {
    assertEquals(
        List.of("S008:3"), text("[Unit]\nDescription=a\0b\n[Service]\nExecStart=/bin/true\n"));
  }

  @Test
  void aForeignFileMakesOneFinding() {
    assertEquals(List.of("S001:1"), text("<html>\n<body>a=1</body>\n</html>\n"));
  }

  @Test
  void templatesAreJudgedWhereTheyArePlain() {
    assertEquals(
        List.of("U104:4"),
        text("[Service]\n{% if a %}\nType={{ type }} # x\nRestrt=no\n{% endif %}\nUser@A@=1\n"));
  }

  private static List<String> text(String text) {
    var tree = new MemoryTree().file("/clock.service", text);
    var setup = Setup.folders(Scope.SYSTEM, 252, List.of("/"));
    return new Linter(new Machine(tree, setup), rules())
        .check(path -> true).diagnostics().stream()
            .map(d -> d.rule().code() + ":" + d.place().line())
            .toList();
  }

  private static List<Rule> rules() {
    return Rules.ALL.stream()
        .filter(r -> r.info().code().startsWith("S") || r.info().code().startsWith("U1"))
        .toList();
  }
}
