package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Selection;
import org.unitlint.graph.Subgraph;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;
import org.unitlint.support.Json;

/** The graph for programs, whatever the names are. */
class GraphJsonTest {
  private static final int VERSION = 252;
  private static final String UNITS = "/etc/systemd/system/";

  private static Subgraph graph(MemoryTree tree) {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
    return Selection.EVERYTHING.of(
        DependencyGraph.load(machine, DependencyGraph.everything(machine)));
  }

  private static Map<String, Object> unit(Subgraph graph, String name) throws IOException {
    var out = new StringWriter();
    GraphJson.write("all", graph, out);
    var units = Json.list(Json.object(Json.parse(out.toString())).get("units"));
    return units.stream()
        .map(Json::object)
        .filter(u -> u.get("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Object> entries(Map<String, Object> unit, String kind) {
    return Json.list(Json.object(unit.get("dependencies")).get(kind));
  }

  @Test
  void oddPathsAreTextAllTheSame() throws IOException {
    String odd = "\"a\\b\n\u0001\uDC80é.conf";
    var tree =
        new MemoryTree()
            .file(UNITS + "a.service", "[Service]\nExecStart=/bin/a\n")
            .file(UNITS + "a.service.d/" + odd, "[Unit]\nWants=b\\x2dc.service\n");
    var unit = unit(graph(tree), "a.service");
    String shown = UNITS + "a.service.d/" + odd.replace('\uDC80', '\uFFFD');
    assertEquals(List.of(shown), unit.get("dropins"));
    var wants = Json.object(entries(unit, "Wants").get(0));
    assertEquals("b\\x2dc.service", wants.get("unit"));
    assertEquals(List.of(Map.of("file", shown, "line", 2L)), wants.get("places"));
    assertEquals(List.of("file"), wants.get("origin"));
    assertFalse(wants.containsKey("rules"));
    assertFalse(wants.containsKey("declaredBy"));
  }

  @Test
  void linksHaveNoLine() throws IOException {
    var tree =
        new MemoryTree()
            .file(UNITS + "a.target", "[Unit]\n")
            .file(UNITS + "b.service", "[Service]\nExecStart=/bin/b\n")
            .link(UNITS + "a.target.wants/b.service", "../b.service");
    var wanted = Json.object(entries(unit(graph(tree), "b.service"), "WantedBy").get(0));
    assertEquals(List.of(Map.of("file", UNITS + "a.target.wants/b.service")), wanted.get("places"));
    assertEquals(List.of("a.target"), wanted.get("declaredBy"));
  }

  @Test
  void pathsToMountAreListed() throws IOException {
    var text = "[Unit]\nRequiresMountsFor=/srv/b /srv/a\n[Service]\nExecStart=/bin/a\n";
    var graph = graph(new MemoryTree().file(UNITS + "a.service", text));
    var paths = entries(unit(graph, "a.service"), "RequiresMountsFor");
    assertEquals(
        List.of("/srv/a", "/srv/b"), paths.stream().map(p -> Json.object(p).get("unit")).toList());
  }

  @Test
  void joinedNamespacesShowOnOneSide() throws IOException {
    var tree =
        new MemoryTree()
            .file(
                UNITS + "a.service",
                "[Unit]\nJoinsNamespaceOf=b.service\n[Service]\nPrivateTmp=yes\nExecStart=/bin/a\n")
            .file(UNITS + "b.service", "[Service]\nPrivateTmp=yes\nExecStart=/bin/b\n");
    var graph = graph(tree);
    assertEquals(1, entries(unit(graph, "a.service"), "JoinsNamespaceOf").size());
    var kinds = Json.object(unit(graph, "b.service").get("dependencies")).keySet();
    assertFalse(kinds.stream().anyMatch(k -> k.contains("Namespace")), kinds.toString());
  }
}
