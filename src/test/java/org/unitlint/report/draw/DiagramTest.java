package org.unitlint.report.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.Severity;
import org.unitlint.graph.Cycles;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.PulledIn;
import org.unitlint.graph.Selection;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.report.draw.Arrow.Order;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Box.State;
import org.unitlint.source.MemoryTree;
import org.xml.sax.InputSource;

/** What of a graph is drawn, and what is only counted. */
class DiagramTest {
  private static final int VERSION = 252;
  private static final String UNITS = "/etc/systemd/system/";
  private static final String RUN = "[Service]\nExecStart=/bin/x\n";

  private final MemoryTree tree = new MemoryTree();

  private void unit(String name, String text) {
    tree.file(UNITS + name, text);
  }

  private Diagram diagram(Detail detail, Grouping grouping) {
    return wish(detail, grouping).diagram();
  }

  private Wish wish(Detail detail, Grouping grouping) {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
    var graph = DependencyGraph.load(machine, DependencyGraph.everything(machine));
    return new Wish(
        "test",
        Selection.EVERYTHING.of(graph),
        true,
        new TreeSet<>(),
        PulledIn.by(graph, "top.target").units(),
        Cycles.of(graph, "top.target"),
        List.of(),
        DiagramPage.links(graph.units().keySet(), Cycles.of(graph, "top.target")),
        detail,
        grouping);
  }

  private static Arrow arrow(Diagram diagram, String from, String to) {
    return diagram.arrows().stream()
        .filter(a -> a.from().equals(from) && a.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private static boolean has(Diagram diagram, String from, String to) {
    return diagram.arrows().stream().anyMatch(a -> a.from().equals(from) && a.to().equals(to));
  }

  @Test
  void severalDependenciesOfOnePairAreOneArrow() {
    unit("top.target", "[Unit]\nRequires=a.service\nWants=a.service\nAfter=a.service\n");
    unit("a.service", RUN);
    var arrow = arrow(diagram(Detail.UNITS, Grouping.NONE), "top.target", "a.service");
    assertEquals(Bond.REQUIRES, arrow.bond());
    assertEquals(Order.BEHIND, arrow.order());
    assertEquals(3, arrow.tip().lines().count(), arrow.tip());
  }

  @Test
  void anOrderTheOtherWayBelongsToTheArrow() {
    unit("top.target", "[Unit]\nDefaultDependencies=no\nWants=a.service\nBefore=a.service\n");
    unit("a.service", RUN);
    var diagram = diagram(Detail.UNITS, Grouping.NONE);
    assertEquals(Order.AHEAD, arrow(diagram, "top.target", "a.service").order());
    assertFalse(has(diagram, "a.service", "top.target"));
  }

  @Test
  void orderThatFollowsIsCounted() {
    unit("top.target", "[Unit]\nWants=a.service b.service c.service\n");
    unit("a.service", "[Unit]\nAfter=b.service c.service\n" + RUN);
    unit("b.service", "[Unit]\nAfter=c.service\n" + RUN);
    unit("c.service", RUN);
    var diagram = diagram(Detail.UNITS, Grouping.NONE);
    assertTrue(has(diagram, "a.service", "b.service"));
    assertFalse(has(diagram, "a.service", "c.service"));
    assertTrue(diagram.notes().contains("1 implied edge hidden"), diagram.notes().toString());
  }

  @Test
  void whatSystemdAddsByItselfIsCounted() {
    unit("top.target", "[Unit]\nWants=a.service\n");
    unit("a.service", RUN);
    var diagram = diagram(Detail.UNITS, Grouping.NONE);
    assertEquals(1, diagram.arrows().size());
    assertTrue(
        diagram.notes().stream().anyMatch(n -> n.matches("\\d+ default edges hidden, .*")),
        diagram.notes().toString());
    assertTrue(diagram(Detail.EVERYTHING, Grouping.NONE).arrows().size() > 5);
  }

  @Test
  void whatIsMissingOrMaskedLooksSo() {
    unit("top.target", "[Unit]\nWants=a.service b.service c.service\n");
    unit("b.service", "");
    unit("c.service", "[Service]\n");
    tree.link(UNITS + "b.service", "/dev/null");
    var boxes = diagram(Detail.UNITS, Grouping.NONE).boxes();
    assertEquals(
        List.of(State.MISSING, State.MASKED, State.REFUSED, State.LOADED),
        boxes.stream().map(Box::state).toList());
    assertEquals(List.of("not found"), boxes.get(0).lines());
  }

  @Test
  void noEdgeOfACycleIsHiddenAndOneIsToBeCut() {
    unit("top.target", "[Unit]\nWants=a.service b.service c.service\n");
    unit("a.service", "[Unit]\nAfter=b.service c.service\n" + RUN);
    unit("b.service", "[Unit]\nAfter=c.service\n" + RUN);
    unit("c.service", "[Unit]\nAfter=a.service\n" + RUN);
    var diagram = diagram(Detail.UNITS, Grouping.NONE);
    var ring = diagram.arrows().stream().filter(a -> a.stress() != Stress.NONE).toList();
    assertTrue(ring.size() >= 2, ring.toString());
    assertTrue(ring.stream().anyMatch(a -> a.stress() == Stress.CUT), ring.toString());
    assertTrue(has(diagram, "a.service", "c.service"));
  }

  @Test
  void aConflictHasNoDirection() {
    unit("top.target", "[Unit]\nWants=a.service b.service\n");
    unit("a.service", RUN);
    unit("b.service", "[Unit]\nConflicts=a.service\nAfter=a.service\n" + RUN);
    var arrow = arrow(diagram(Detail.UNITS, Grouping.NONE), "a.service", "b.service");
    assertEquals(Bond.CONFLICTS, arrow.bond());
  }

  @Test
  void anOverviewCountsWhatHangsOnTargets() {
    unit("top.target", "[Unit]\nWants=a.service b.service mid.target gone.service\n");
    unit("mid.target", "[Unit]\nWants=c.service\n");
    unit("a.service", "[Unit]\nWants=d.service\n" + RUN);
    for (String name : List.of("b", "c", "d")) {
      unit(name + ".service", RUN);
    }
    var diagram = diagram(Detail.OVERVIEW, Grouping.NONE);
    assertEquals(
        List.of("mid.target", "top.target"), diagram.boxes().stream().map(Box::id).toList());
    assertEquals(
        List.of("+3 services", "a.service, b.service, d.service", "1 unit missing or masked"),
        diagram.boxes().get(1).lines());
    assertTrue(has(diagram, "top.target", "mid.target"));
  }

  @Test
  void unitsThatAreTiedAlikeAreOne() {
    var names = new TreeSet<String>();
    for (int i = 10; i < 40; i++) {
      names.add("s" + i + ".service");
      unit("s" + i + ".service", RUN);
    }
    unit("top.target", "[Unit]\nWants=" + String.join(" ", names) + "\n");
    var diagram = diagram(Detail.LEAVES, Grouping.NONE);
    assertEquals(2, diagram.boxes().size());
    assertEquals("+30 services", diagram.boxes().get(0).name());
    assertEquals(1, diagram.arrows().size());
    assertTrue(diagram.notes().get(0).startsWith("30 units folded into 1 box"));
  }

  @Test
  void boxesSayWhatWasFoundAtAllTheyHold() {
    unit("top.target", "[Unit]\nWants=a.service b.service\n");
    unit("a.service", "[Unit]\nWants=c.service\n" + RUN);
    unit("b.service", RUN);
    unit("c.service", RUN);
    var marks = new TreeMap<String, Marked>();
    marks.put("b.service", new Marked(Severity.INFO, 2, List.of("one", "two"), "#b"));
    marks.put("c.service", new Marked(Severity.ERROR, 1, List.of("three"), "#c"));
    var wish = wish(Detail.OVERVIEW, Grouping.NONE).marked(marks);
    var mark = wish.diagram().boxes().get(0).mark().orElseThrow();
    assertEquals(3, mark.count());
    assertEquals(Severity.ERROR, mark.worst());
    assertEquals("#c", mark.link());
    assertEquals(
        List.of("b.service: 2 findings, info", "c.service: 1 finding, error"), mark.lines());
    assertEquals("top.target", wish.diagram().homes().get("c.service"));
    assertEquals("top.target", wish.diagram().homes().get("top.target"));
  }

  @Test
  void oneCycleIsASmallPicture() throws Exception {
    unit("top.target", "[Unit]\nWants=a.service b.service c.service\n");
    unit("a.service", "[Unit]\nAfter=b.service\nWants=c.service\n" + RUN);
    unit("b.service", "[Unit]\nAfter=a.service\n" + RUN);
    unit("c.service", RUN);
    var all = wish(Detail.UNITS, Grouping.NONE);
    var wish = Wish.cycle(all.part().graph(), all.cycles().get(0), all.started());
    assertEquals(
        List.of("a.service", "b.service"), wish.diagram().boxes().stream().map(Box::id).toList());
    var svg = new Picture(wish).drawn(false);
    assertTrue(svg.startsWith("<svg"), svg);
    assertFalse(svg.contains("2 units, "), svg);
  }

  @Test
  void aConflictIsShownWithWhatPullsBothIn() {
    unit("top.target", "[Unit]\nWants=m.service b.service\n");
    unit("m.service", "[Unit]\nWants=a.service\n" + RUN);
    unit("a.service", "[Unit]\nConflicts=b.service\n" + RUN);
    unit("b.service", RUN);
    var graph = wish(Detail.UNITS, Grouping.NONE).part().graph();
    var edge = graph.edge("a.service", Dependency.CONFLICTS, "b.service").orElseThrow();
    var diagram = Wish.conflict(graph, edge, PulledIn.by(graph, "top.target")).diagram();
    assertEquals(4, diagram.boxes().size());
    assertEquals(Bond.CONFLICTS, arrow(diagram, "a.service", "b.service").bond());
    assertEquals(Bond.WANTS, arrow(diagram, "m.service", "a.service").bond());
    assertEquals(Bond.WANTS, arrow(diagram, "top.target", "b.service").bond());
  }

  @Test
  void arrowsBetweenFramesLeadFromFrameToFrame() {
    unit(
        "top.target", "[Unit]\nWants=a.service b.service\nRequires=mid.target\nAfter=mid.target\n");
    unit("mid.target", "[Unit]\nWants=c.service\n");
    unit("a.service", "[Unit]\nAfter=c.service\n" + RUN);
    unit("b.service", "[Unit]\nBefore=c.service\n" + RUN);
    unit("c.service", RUN);
    var diagram = diagram(Detail.UNITS, Grouping.TARGET);
    var between =
        diagram.arrows().stream().filter(a -> a.from().equals("frame top.target")).toList();
    assertEquals(1, between.size());
    assertEquals("frame mid.target", between.get(0).to());
    assertEquals(Order.BEHIND, between.get(0).order());
    assertEquals(Bond.REQUIRES, between.get(0).bond());
    assertTrue(diagram.notes().get(0).startsWith("3 arrows between units"), diagram.notes().get(0));
  }

  @Test
  void framesHoldWhatATargetWants() {
    unit("top.target", "[Unit]\nWants=a.service\n");
    unit("a.service", RUN);
    var diagram = diagram(Detail.UNITS, Grouping.TARGET);
    assertEquals(List.of(new Group("frame top.target", "top.target")), diagram.groups());
    assertEquals(List.of(), diagram.arrows());
    assertTrue(diagram.notes().contains("1 edge hidden from targets to the units in their frames"));
  }

  @Test
  void aPageExplainsTheCyclesItsUnitsLeadTo() throws Exception {
    unit("top.target", "[Unit]\nDescription=<b>&\nWants=a.service b.service\n");
    unit("a.service", "[Unit]\nAfter=b.service\n" + RUN);
    unit("b.service", "[Unit]\nAfter=a.service\n" + RUN);
    var picture = new Picture(wish(Detail.UNITS, Grouping.NONE));
    var out = new StringWriter();
    picture.page(picture.drawn(false), new TreeMap<>(), 3, out);
    String page = out.toString();
    assertTrue(page.startsWith("<!DOCTYPE html>"), page);
    assertTrue(page.contains("3 findings at what is not drawn"), page);
    assertTrue(page.contains("href=\"#cycle-1\"") && page.contains("id=\"cycle-1\""), page);
    assertTrue(
        page.contains("href=\"#unit-top.target\"") && page.contains("id=\"unit-top.target\""));
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page)));
    assertEquals(0, document.getElementsByTagName("b").getLength());
    assertEquals(1, document.getElementsByTagName("svg").getLength());
  }

  @Test
  void whatIsTooLargeIsStillWrittenForGraphviz() throws Exception {
    var names = new TreeSet<String>();
    for (int i = 0; i < 1600; i++) {
      names.add("s" + i + ".service");
      unit("s" + i + ".service", RUN);
    }
    unit("top.target", "[Unit]\nWants=" + String.join(" ", names) + "\n");
    var picture = new Picture(wish(Detail.UNITS, Grouping.NONE));
    assertTrue(picture.isTooLarge());
    var out = new StringWriter();
    picture.dot(out);
    assertTrue(out.toString().contains("\"s1599.service\""));
    assertFalse(new Picture(wish(Detail.OVERVIEW, Grouping.NONE)).isTooLarge());
  }
}
