package org.unitlint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.support.Json;
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
    var expected = new TreeMap<String, String>();
    var actual = new TreeMap<String, String>();
    for (var entry : Json.object(Json.object(Json.parse(dump)).get("units")).entrySet()) {
      var unit = Json.object(entry.getValue());
      expected.put(entry.getKey(), expected(unit));
      actual.put(entry.getKey(), actual(machine.unit(entry.getKey()).orElseThrow()));
    }
    expected.entrySet().removeIf(e -> e.getValue().equals(actual.get(e.getKey())));
    actual.keySet().retainAll(expected.keySet());
    assertEquals(lines(expected), lines(actual));
  }

  private static String lines(Map<String, String> units) {
    return String.join("\n", units.entrySet().stream().map(Object::toString).toList());
  }

  private static String expected(Map<String, Object> unit) {
    var names = new TreeSet<>(Json.list(unit.get("names")).stream().map(Object::toString).toList());
    return unit.get("load_state")
        + " "
        + names
        + " "
        + unit.get("fragment")
        + " "
        + unit.get("dropins");
  }

  private static String actual(Unit unit) {
    boolean found = unit.state() != LoadState.NOT_FOUND;
    return unit.state().word()
        + " "
        + unit.names()
        + " "
        + (found ? unit.fragmentPath() : "")
        + " "
        + (found ? unit.dropinPaths() : List.of());
  }
}
