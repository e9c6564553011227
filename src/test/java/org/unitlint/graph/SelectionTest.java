package org.unitlint.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.source.MemoryTree;

/** Which edges a selection leaves. */
class SelectionTest {
  private static final int VERSION = 252;
  private static final Set<Dependency> PULLS = Set.of(Dependency.WANTS, Dependency.REQUIRES);

  /** A chain a → b → c → d, and a → d. */
  private static DependencyGraph graph() {
    var tree = new MemoryTree();
    unit(tree, "a", "Wants=b.service d.service");
    unit(tree, "b", "Requires=c.service\nAfter=c.service d.service");
    unit(tree, "c", "Wants=d.service\nAfter=d.service");
    unit(tree, "d", "");
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
    return DependencyGraph.load(machine, List.of(UnitName.parse("a.service").orElseThrow()));
  }

  private static void unit(MemoryTree tree, String name, String lines) {
    tree.file(
        "/etc/systemd/system/" + name + ".service",
        "[Unit]\n" + lines + "\n[Service]\nExecStart=/bin/" + name + "\n");
  }

  private static Selection selection(
      Set<String> units, Set<String> from, Set<String> to, int depth, boolean reverse) {
    return new Selection(units, from, to, PULLS, depth, reverse, true, false);
  }

  private static String edges(Selection selection) {
    return selection
        .of(graph())
        .edges()
        .filter(e -> !e.to().endsWith(".slice"))
        .map(e -> e.from().charAt(0) + "" + e.to().charAt(0))
        .collect(Collectors.joining(" "));
  }

  @Test
  void everythingIsEverything() {
    var graph = graph();
    var whole = Selection.EVERYTHING.of(graph);
    assertTrue(whole.isWhole());
    assertEquals(graph.edges().toList(), whole.edges().toList());
    assertEquals(graph.units().keySet(), whole.units());
    graph
        .units()
        .keySet()
        .forEach(u -> assertEquals(graph.dependencies(u), whole.dependencies(u), u));
  }

  @Test
  void unitsTakeWhatTouchesThem() {
    assertEquals("bc cd", edges(selection(Set.of("c.service"), Set.of(), Set.of(), 1, false)));
    assertEquals("bc", edges(selection(Set.of("c.service"), Set.of(), Set.of(), 1, true)));
    assertEquals(
        "ab ad bc cd", edges(selection(Set.of("c.service"), Set.of(), Set.of(), 2, false)));
    assertEquals("ab bc", edges(selection(Set.of("c.service"), Set.of(), Set.of(), 2, true)));
    assertEquals("", edges(selection(Set.of("c.service"), Set.of(), Set.of(), 0, false)));
  }

  @Test
  void endsTakeWhatLeadsFromThemAndToThem() {
    assertEquals("ab ad", edges(selection(Set.of(), Set.of("a.service"), Set.of(), 1, false)));
    assertEquals("ad cd", edges(selection(Set.of(), Set.of(), Set.of("d.service"), 1, false)));
    assertEquals(
        "ad", edges(selection(Set.of(), Set.of("a.service"), Set.of("d.service"), 1, false)));
    assertEquals(
        "ab bc", edges(selection(Set.of(), Set.of("a.service"), Set.of("c.service"), 2, false)));
  }

  @Test
  void namedUnitsStayWithoutEdges() {
    var part = selection(Set.of("d.service"), Set.of("d.service"), Set.of(), 0, false).of(graph());
    assertEquals(Set.of("d.service"), part.units());
    assertFalse(part.isWhole());
  }

  @Test
  void whatSystemdAddsByDefaultCanGo() {
    var kinds = Selection.EVERYTHING.kinds();
    var none = Set.<String>of();
    var part = new Selection(none, none, none, kinds, 1, false, true, false).of(graph());
    assertTrue(part.edges().noneMatch(Edge::isDefault));
    assertTrue(graph().edges().anyMatch(Edge::isDefault));
  }

  @Test
  void orderingThatFollowsCanGo() {
    var kinds = Set.of(Dependency.AFTER, Dependency.WANTS);
    var from = Set.of("b.service", "a.service");
    var reduced =
        new Selection(Set.of(), Set.of(), Set.of(), kinds, 1, false, true, true)
            .of(graph())
            .edges()
            .filter(e -> from.contains(e.from()) && e.to().endsWith(".service"))
            .map(Edge::toString)
            .toList();
    assertEquals(
        List.of(
            "a.service Wants b.service", "a.service Wants d.service", "b.service After c.service"),
        reduced);
  }
}
