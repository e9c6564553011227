package org.unitlint.report.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.catalog.UnitType;
import org.unitlint.report.draw.Arrow.Order;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Box.State;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What holds for pictures of any diagram. */
class PictureLawsTest {
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>.service",
          "\"];x.service",
          "a\\x2db\\.service",
          "back\\\"slash\\.service",
          "]]>&amp;.service",
          "new\nline\u0001\u001b[31m.service",
          "\u202Eright-to-left.service",
          "\uDC80lone.service",
          "x".repeat(400) + ".service",
          "' onload='x.service");

  private static Diagram invented(long seed, int size, boolean framed) {
    var random = new Random(seed);
    var boxes = new ArrayList<Box>();
    for (int i = 0; i < size; i++) {
      String name = i < HOSTILE.size() ? HOSTILE.get(i) : "unit-" + i + "-" + random.nextInt(99999);
      boxes.add(
          new Box(
              name,
              pick(random, UnitType.values()),
              name,
              pick(random, State.values()),
              random.nextInt(4) == 0 ? List.of("+3 services", name) : List.of(),
              pick(random, Stress.NONE, Stress.NONE, Stress.CYCLE, Stress.CRITICAL),
              random.nextInt(10) == 0,
              name,
              random.nextInt(5) == 0 ? "#" + name : "",
              framed ? "g" + random.nextInt(4) : ""));
    }
    var arrows = new ArrayList<Arrow>();
    for (int i = 0; i < size * 2; i++) {
      int from = random.nextInt(size);
      int to = random.nextInt(size);
      if (from != to) {
        arrows.add(
            new Arrow(
                boxes.get(from).id(),
                boxes.get(to).id(),
                pick(random, Bond.values()),
                pick(random, Order.values()),
                pick(random, Stress.values()),
                boxes.get(from).id()));
      }
    }
    var groups = List.of(new Group("g0", HOSTILE.get(0)), new Group("g1", "one"));
    return new Diagram(
        HOSTILE.get(0),
        HOSTILE.get(1),
        boxes,
        arrows,
        framed ? groups : List.of(),
        List.of(),
        HOSTILE);
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  private static String svg(Diagram diagram) throws IOException {
    try (var engine = new EmbeddedEngine(diagram, true)) {
      return engine.drawn();
    }
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void boxesStandApartAndArrowsTouchTheirs(long seed) {
    var diagram = invented(seed, 15 + (int) seed * 7, seed % 2 == 0);
    var placed = LayeredLayout.of(diagram);
    var areas = List.copyOf(placed.boxes().values());
    for (int i = 0; i < areas.size(); i++) {
      for (int j = i + 1; j < areas.size(); j++) {
        assertFalse(areas.get(i).overlaps(areas.get(j)), areas.get(i) + " " + areas.get(j));
      }
    }
    for (int i = 0; i < diagram.arrows().size(); i++) {
      var line = placed.arrows().get(i);
      touches(placed.boxes().get(diagram.arrows().get(i).from()), line.get(0));
      touches(placed.boxes().get(diagram.arrows().get(i).to()), line.get(line.size() - 1));
    }
    for (Box box : diagram.boxes()) {
      double inner = placed.boxes().get(box.id()).width() - Extent.SIDE;
      assertTrue(Extent.lettering(box).width(Extent.name(box), Extent.NAME) <= inner);
      assertTrue(placed.boxes().get(box.id()).right() <= placed.width());
    }
  }

  private static void touches(Placed.Area area, Placed.Point at) {
    boolean inside =
        at.x() >= area.x() - 1
            && at.x() <= area.right() + 1
            && at.y() >= area.y() - 1
            && at.y() <= area.bottom() + 1;
    assertTrue(inside, area + " " + at);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void theSameDiagramGivesTheSameWellFormedBytes(long seed) throws Exception {
    String svg = svg(invented(seed, 40, seed == 12));
    assertEquals(svg, svg(invented(seed, 40, seed == 12)));
    var document = parsed(svg);
    assertEquals(0, document.getElementsByTagName("script").getLength());
    var texts = document.getElementsByTagName("text");
    assertTrue(texts.getLength() > 40);
    for (int i = 0; i < texts.getLength(); i++) {
      assertFalse(texts.item(i).getTextContent().contains("\u202E"));
    }
  }

  @Test
  void hostileNamesStayInsideTheirQuotes() {
    String dot = DiagramDot.of(invented(21, 30, true));
    var rest = dot.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "Q");
    assertTrue(
        rest.matches("(?s)[Q\\s\\[\\]{}=,>;a-z-]*"), () -> rest.replaceAll("[Q\\s=,\\[\\]]", ""));
    assertFalse(rest.contains("script"), rest);
    assertFalse(dot.contains("\u0001") || dot.contains("\u202E"));
  }

  @Test
  void anEmptyDiagramIsAPicture() throws Exception {
    var empty =
        new Diagram("none", "nothing", List.of(), List.of(), List.of(), List.of(), List.of());
    assertEquals("svg", parsed(svg(empty)).getDocumentElement().getNodeName());
  }
}
