package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.OverlayTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/** Small mistakes that were shown to systemd 252, on the small machine on which it was asked. */
@Tag("differential")
class MistakesDifferentialTest {
  @TestFactory
  Stream<DynamicTest> everyMistakeIsFlaggedWhereSystemdFlagsIt() throws IOException {
    var cases = Json.object(mistakes().get("bad"));
    return Shared.folders("oracle/mistakes/bad").stream()
        .map(f -> dynamicTest(f.getFileName().toString(), () -> flagged(f, cases)));
  }

  private static Map<String, Object> mistakes() throws IOException {
    return Json.object(Json.parse(Files.readString(Shared.path("oracle/mistakes.json"))));
  }

  private static void flagged(Path folder, Map<String, Object> cases) throws IOException {
    var found = check(folder);
    assertTrue(!found.isEmpty(), "not flagged");
    var expected = new TreeSet<String>();
    var messages = Json.object(cases.get(folder.getFileName().toString())).get("messages");
    for (Object message : Json.list(messages)) {
      var fields = Json.object(message);
      if (fields.containsKey("line")) {
        expected.add(
            Path.of(fields.get("file").toString()).getFileName() + ":" + fields.get("line"));
      }
    }
    var actual = new TreeSet<String>();
    found.forEach(
        d -> actual.add(Path.of(d.place().source().name()).getFileName() + ":" + d.place().line()));
    assertTrue(actual.containsAll(expected), expected + " but " + actual);
  }

  @TestFactory
  Stream<DynamicTest> goodUnitsAreLeftInPeace() {
    return Shared.folders("oracle/mistakes/good").stream()
        .map(
            f ->
                dynamicTest(
                    f.getFileName().toString(),
                    () ->
                        assertEquals(
                            List.of(),
                            check(f).stream()
                                .filter(d -> d.severity().atLeast(Severity.WARNING))
                                .toList())));
  }

  @Test
  void distributionsHaveNoErrors() throws Exception {
    for (String name : List.of("minimal", "server")) {
      for (Scope scope : Scope.values()) {
        var setup = Setup.machine(scope, 252);
        var machine = new Machine(new DiskTree(Shared.tree(name)), setup);
        var errors =
            new Linter(machine, Rules.ALL)
                .check(path -> true).diagnostics().stream()
                    .filter(d -> d.severity() == Severity.ERROR)
                    .toList();
        assertEquals(List.of(), errors);
      }
    }
  }

  private static List<Diagnostic> check(Path folder) throws IOException {
    var laid = new TreeMap<String, OverlayTree.Origin>();
    FileTree files = Shared.memoryTree(folder);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = "/" + folder.relativize(file);
        laid.put("/etc/systemd/system" + path, new OverlayTree.Origin(files, path));
      }
    }
    var root = Shared.memoryTree(Shared.path("oracle/base-root"));
    var machine = new Machine(new OverlayTree(root, laid), Setup.machine(Scope.SYSTEM, 252));
    return new Linter(machine, Rules.ALL).check(laid::containsKey).diagnostics();
  }
}
