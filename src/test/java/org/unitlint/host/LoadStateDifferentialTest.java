package org.unitlint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.support.Shared;

/** Load states, names, fragments and drop-ins of units are what systemd 252 makes of them. */
@Tag("differential")
class LoadStateDifferentialTest {
  private static final int VERSION = 252;

  @TestFactory
  Stream<DynamicTest> everyCase() {
    return Shared.folders("oracle/cases").stream()
        .map(
            c ->
                dynamicTest(
                    c.getFileName().toString(), () -> compare(Shared.memoryTree(c), expected(c))));
  }

  private static String expected(Path folder) throws IOException {
    return Files.readString(Shared.path("oracle/expected/" + folder.getFileName() + ".json"));
  }

  @TestFactory
  Stream<DynamicTest> wholeTrees() {
    return Stream.of("minimal", "server").map(t -> dynamicTest(t, () -> wholeTree(t)));
  }

  private static void wholeTree(String name) throws IOException, InterruptedException {
    var dump = Shared.path("oracle/manager-dump");
    Shared.needsProgram("/usr/lib/systemd/systemd");
    Shared.needsProgram("/usr/bin/systemd-analyze");
    Shared.needsRoot();
    var root = Shared.tree(name);
    compare(new DiskTree(root), Shared.run(List.of(dump.toString(), root.toString(), "--all")));
  }

  private static void compare(FileTree tree, String dump) throws IOException {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
    var expected = LoadDump.of(dump);
    var actual = LoadDump.of(machine, expected.keySet());
    expected.entrySet().removeIf(e -> e.getValue().equals(actual.get(e.getKey())));
    actual.keySet().retainAll(expected.keySet());
    assertEquals(LoadDump.lines(expected), LoadDump.lines(actual));
  }
}
