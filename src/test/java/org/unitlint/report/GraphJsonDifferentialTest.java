package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Selection;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/** The graph for programs says what systemd 252's own dump says. */
@Tag("differential")
class GraphJsonDifferentialTest {
  private static final int VERSION = 252;

  @TestFactory
  Stream<DynamicTest> everyCase() {
    return Shared.folders("oracle/cases").stream()
        .map(c -> dynamicTest(c.getFileName().toString(), () -> compare(c)));
  }

  private static void compare(Path folder) throws IOException {
    var dump = Shared.path("oracle/expected/" + folder.getFileName() + ".json");
    var theirs = Json.object(Json.parse(Files.readString(dump)));
    var machine = new Machine(Shared.memoryTree(folder), Setup.machine(Scope.SYSTEM, VERSION));
    var roots = new ArrayList<UnitName>();
    if (Json.list(theirs.get("args")).contains("--all")) {
      roots.addAll(DependencyGraph.written(machine));
    }
    var target = UnitName.parse(theirs.get("unit").toString()).orElseThrow();
    roots.addAll(DependencyGraph.start(machine, target));
    var out = new StringWriter();
    GraphJson.write("", Selection.EVERYTHING.of(DependencyGraph.load(machine, roots)), out);
    var ours = new TreeMap<String, String>();
    for (Object unit : Json.list(Json.object(Json.parse(out.toString())).get("units"))) {
      ours.put(Json.object(unit).get("name").toString(), ours(Json.object(unit)));
    }
    var expected = new TreeMap<String, String>();
    Json.object(theirs.get("units"))
        .forEach((name, unit) -> expected.put(name, theirs(Json.object(unit))));
    assertEquals(text(expected), text(ours));
  }

  private static String text(Map<String, String> units) {
    return String.join("\n", units.entrySet().stream().map(Object::toString).toList());
  }

  private static String ours(Map<String, Object> unit) {
    var entries = new TreeSet<String>();
    Json.object(unit.get("dependencies"))
        .forEach(
            (kind, list) ->
                Json.list(list)
                    .forEach(
                        e ->
                            entries.add(
                                kind
                                    + " "
                                    + Json.object(e).get("unit")
                                    + " "
                                    + Json.object(e).get("origin"))));
    return "%s %s %s %s %s %s"
        .formatted(
            unit.get("type"),
            unit.get("load"),
            unit.get("names"),
            unit.get("fragment"),
            unit.get("dropins"),
            entries);
  }

  private static String theirs(Map<String, Object> unit) {
    var entries = new TreeSet<String>();
    Json.object(unit.get("deps"))
        .forEach(
            (kind, others) -> {
              if (!kind.startsWith("Reference")) {
                Json.object(others)
                    .forEach((other, why) -> entries.add(kind + " " + other + " " + origins(why)));
              }
            });
    return "%s %s %s %s %s %s"
        .formatted(
            unit.get("type"),
            unit.get("load_state"),
            new TreeSet<>(Json.list(unit.get("names"))),
            unit.get("fragment"),
            unit.get("dropins"),
            entries);
  }

  private static List<String> origins(Object why) {
    return Json.list(why).stream()
        .map(w -> w.toString().replaceFirst("^(origin|destination)-", ""))
        .sorted()
        .distinct()
        .toList();
  }
}
