package org.unitlint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unitlint.host.Programs.Answer;
import org.unitlint.source.MemoryTree;

/** What is said of programs, by the files of a tree and by the lists beside them. */
class ProgramsTest {
  private static final String LIST =
      """
      /bin -> usr/bin
      /usr/bin/cat
      /usr/share/tool/run
      """;

  private static Programs of(MemoryTree tree) {
    return new Machine(tree, Setup.machine(Scope.SYSTEM, 252)).programs();
  }

  @Test
  void filesOfTheTreeAreTheProgramsIfNothingIsListed() {
    var programs = of(new MemoryTree().program("/opt/run").file("/opt/data", "x").folder("/opt/d"));
    assertEquals(Answer.FOUND, programs.at("/opt/run"));
    assertEquals(Answer.NOT_EXECUTABLE, programs.at("/opt/data"));
    assertEquals(Answer.FOLDER, programs.at("/opt/d"));
    assertEquals(Answer.MISSING, programs.at("/usr/share/x/run"));
  }

  @Test
  void aListNamesAllProgramsAndLinks() {
    var programs = of(new MemoryTree().file("/executables.txt", LIST).file("/etc/passwd", "x"));
    assertEquals(Answer.FOUND, programs.at("/bin/cat"));
    assertEquals(Answer.MISSING, programs.at("/bin/dog"));
    assertEquals(Answer.MISSING, programs.at("/opt/dog"));
    assertEquals(Answer.NOT_EXECUTABLE, programs.at("/etc/passwd"));
    assertEquals(Optional.of("/usr/bin/cat"), programs.elsewhere("cat"));
    assertEquals(Answer.FOUND, programs.named("cat", List.of()));
    assertEquals(Answer.MISSING, programs.named("cat", List.of("/opt")));
  }

  @Test
  void aListNeedNotLookIntoDataAndConfiguration() {
    var programs = of(new MemoryTree().file("/executables.txt", LIST));
    assertEquals(Answer.MISSING, programs.at("/usr/share/tool/walk"));
    assertEquals(Answer.UNKNOWN, programs.at("/etc/tool/hook"));
  }

  @Test
  void aListOfPathsDoesNotTellWhatIsExecutable() {
    var programs = of(new MemoryTree().file("/paths.txt", "f /opt/run\nd /opt/d\n"));
    assertEquals(Answer.UNKNOWN, programs.at("/opt/run"));
    assertEquals(Answer.FOLDER, programs.at("/opt/d"));
    assertEquals(Answer.MISSING, programs.at("/opt/dog"));
  }
}
