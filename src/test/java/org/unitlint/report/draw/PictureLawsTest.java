package org.unitlint.report.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.draw.Arrow.Order;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Box.State;
import org.unitlint.report.svg.Lettering;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
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
              mark(random, name),
              framed ? Group.id("g" + random.nextInt(4)) : ""));
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
    var groups =
        List.of(new Group(Group.id("g0"), HOSTILE.get(0)), new Group(Group.id("g1"), "one"));
    var diagram =
        new Diagram(
            HOSTILE.get(0),
            HOSTILE.get(1),
            seed % 5 == 0,
            boxes,
            arrows,
            framed ? groups : List.of(),
            List.of(),
            new TreeMap<>(),
            HOSTILE);
    return framed ? FrameArrows.of(diagram) : diagram;
  }

  private static Optional<Marked> mark(Random random, String name) {
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(
            new Marked(
                pick(random, Severity.values()),
                1 + random.nextInt(200),
                HOSTILE,
                random.nextBoolean() ? "#" + name : ""));
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
      touches(area(placed, diagram.arrows().get(i).from()), line.get(0));
      touches(area(placed, diagram.arrows().get(i).to()), line.get(line.size() - 1));
    }
    for (Box box : diagram.boxes()) {
      double inner = placed.boxes().get(box.id()).width() - Extent.SIDE;
      assertTrue(Extent.lettering(box).width(Extent.name(box), Extent.NAME) <= inner);
      assertTrue(placed.boxes().get(box.id()).right() <= placed.width());
    }
  }

  private static Placed.Area area(Placed placed, String id) {
    return placed.boxes().getOrDefault(id, placed.groups().get(id));
  }

  private static void touches(Placed.Area area, Placed.Point at) {
    boolean inside =
        at.x() >= area.x() - 1
            && at.x() <= area.right() + 1
            && at.y() >= area.y() - 1
            && at.y() <= area.bottom() + 1;
    assertTrue(inside, area + " " + at);
  }

  /** How much of a letter's size is above its base line, and below. */
  private static final double ABOVE = 0.74;

  private static final double BELOW = 0.22;

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static Placed.Area area(Element text) {
    double size = number(text, "font-size");
    var classes = List.of(text.getAttribute("class").split(" "));
    var lettering = classes.contains("bold") ? Lettering.BOLD : Lettering.PLAIN;
    double width = lettering.width(text.getTextContent(), size);
    boolean middle = text.getAttribute("text-anchor").equals("middle");
    double x = number(text, "x") - (middle ? width / 2 : 0);
    double y = number(text, "y") - ABOVE * size;
    return new Placed.Area(x, y, width, (ABOVE + BELOW) * size);
  }

  /** The outline of a shape: what all its points span. */
  private static Placed.Area outline(Element path) {
    var numbers = new ArrayList<Double>();
    var matcher = Pattern.compile("-?[0-9.]+").matcher(path.getAttribute("d"));
    while (matcher.find()) {
      numbers.add(Double.parseDouble(matcher.group()));
    }
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    for (int i = 0; i < numbers.size(); i += 2) {
      left = Math.min(left, numbers.get(i));
      right = Math.max(right, numbers.get(i));
      top = Math.min(top, numbers.get(i + 1));
      bottom = Math.max(bottom, numbers.get(i + 1));
    }
    return new Placed.Area(left, top, right - left, bottom - top);
  }

  private static boolean holds(Placed.Area outer, Placed.Area inner) {
    return inner.x() >= outer.x() - 0.01
        && inner.y() >= outer.y() - 0.01
        && inner.right() <= outer.right() + 0.01
        && inner.bottom() <= outer.bottom() + 0.01;
  }

  private static List<Element> all(Element within, String name) {
    var found = new ArrayList<Element>();
    var nodes = within.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36})
  void textsLieInTheirBoxesAndApart(long seed) throws Exception {
    var picture = parsed(svg(invented(seed, 40, seed % 2 == 0))).getDocumentElement();
    var whole = new Placed.Area(0, 0, number(picture, "width"), number(picture, "height"));
    var texts = all(picture, "text").stream().map(PictureLawsTest::area).toList();
    for (int i = 0; i < texts.size(); i++) {
      assertTrue(holds(whole, texts.get(i)), whole + " " + texts.get(i));
      for (int j = i + 1; j < texts.size(); j++) {
        assertFalse(texts.get(i).overlaps(texts.get(j)), texts.get(i) + " " + texts.get(j));
      }
    }
    var boxes = new TreeMap<String, Element>();
    for (String element : List.of("g", "a")) {
      for (Element box : all(picture, element)) {
        if (box.hasAttribute("data-unit")) {
          boxes.put(box.getAttribute("data-unit"), box);
          var paths = all(box, "path");
          var outline = outline(paths.get(paths.size() - 1));
          all(box, "text")
              .forEach(t -> assertTrue(holds(outline, area(t)), () -> outline + " " + t));
        }
      }
    }
    assertEquals(40, boxes.size());
    for (String element : List.of("g", "a")) {
      all(picture, element).stream()
          .filter(b -> b.hasAttribute("data-badge"))
          .forEach(b -> fits(b, boxes.get(b.getAttribute("data-badge"))));
    }
  }

  /** A badge is inside its box and covers no text of it. */
  private static void fits(Element badge, Element box) {
    var paths = all(box, "path");
    var rect = all(badge, "rect").get(0);
    var area =
        new Placed.Area(
            number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height"));
    assertTrue(holds(outline(paths.get(paths.size() - 1)), area), area.toString());
    assertTrue(holds(area, area(all(badge, "text").get(0))), area.toString());
    all(box, "text").forEach(t -> assertFalse(area(t).overlaps(area), area + " " + area(t)));
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44, 45, 46})
  void marksOfEdgesToCutAreBesideBoxes(long seed) {
    var diagram = invented(seed, 30, seed % 2 == 0);
    var placed = LayeredLayout.of(diagram);
    var marks = CutMarks.of(diagram, placed);
    assertFalse(marks.isEmpty());
    for (Placed.Point at : marks.values()) {
      double r = CutMarks.RADIUS;
      var mark = new Placed.Area(at.x() - r, at.y() - r, 2 * r, 2 * r);
      placed.boxes().values().forEach(b -> assertFalse(b.overlaps(mark), b + " " + mark));
    }
  }

  @Test
  void arrowsTellTheirBoxes() throws Exception {
    var diagram = invented(51, 30, true);
    var picture = parsed(svg(diagram)).getDocumentElement();
    var arrows =
        all(picture, "g").stream()
            .filter(g -> g.getAttribute("class").equals("arrow") && g.hasAttribute("data-from"))
            .toList();
    assertEquals(diagram.arrows().size(), arrows.size());
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
        new Diagram(
            "none",
            "nothing",
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            List.of());
    assertEquals("svg", parsed(svg(empty)).getDocumentElement().getNodeName());
  }
}
