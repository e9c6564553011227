package org.unitlint.report.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Tint;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What holds for every picture. */
class TimelineSvgTest {
  private static String svg(Boots boots) throws IOException {
    var out = new StringWriter();
    TimelineSvg.write(boots.forecast(), new Detail(false, true), out);
    return out.toString();
  }

  private static String html(Boots boots) throws IOException {
    var out = new StringWriter();
    TimelinePage.write(boots.forecast(), new Detail(false, true), out);
    return out.toString();
  }

  private static Document parse(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  /** Units that wait for some before them, take some time, or are targets. */
  private static Boots random(long seed, int count) {
    var random = new Random(seed);
    var lines = new StringBuilder("go.target");
    var names = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      String type = random.nextInt(4) == 0 ? ".target" : ".service";
      names.add("u" + "x".repeat(random.nextInt(40)) + i + type);
    }
    names.forEach(n -> lines.append(" Wants=" + n + " After=" + n));
    for (int i = 0; i < count; i++) {
      lines.append('\n').append(names.get(i));
      if (names.get(i).endsWith(".service")) {
        lines.append(" takes=").append(1 + (int) Math.pow(10, random.nextDouble() * 4));
      }
      for (int j = 0; i > 0 && j < random.nextInt(3); j++) {
        lines.append(" After=").append(names.get(random.nextInt(i)));
      }
    }
    return Boots.of(lines.toString());
  }

  private static List<Boots> randoms() {
    return IntStream.range(0, 12)
        .mapToObj(
            i -> {
              var boots = random(i, 10 + 20 * i);
              return i % 4 == 1
                  ? boots.drawn(5)
                  : i % 4 == 2
                      ? boots.without(unit(boots))
                      : i % 4 == 3 ? boots.failing(unit(boots)) : boots;
            })
        .toList();
  }

  private static String unit(Boots boots) {
    return boots.chart().rows().get(0).unit();
  }

  /** Boots that are hard to draw. */
  private static Map<String, Boots> odd() {
    String two = "Wants=a.service After=a.service Wants=b.service After=b.service\n";
    String longName = "n".repeat(200) + ".service";
    var odd = new LinkedHashMap<String, Boots>();
    odd.put("nothing", Boots.of("go.target"));
    odd.put("one", Boots.of("go.target Wants=a.service\na.service takes=7"));
    odd.put("no time", Boots.of("go.target " + two + "a.service\nb.service"));
    odd.put("refused", Boots.of("go.target Requires=gone.service"));
    odd.put("long name", Boots.of("go.target Wants=" + longName + "\n" + longName + " takes=9"));
    odd.put("chain fails", chain(30).failing("s00.service"));
    odd.put("much fails", chain(30).failing("s00.service", "s15.service").drawn(9));
    odd.put("hardly any left", chain(30).without("s01.service"));
    odd.put("one of 10 minutes", slow());
    odd.put("10 minutes no more", slow().without("slow.service"));
    odd.put("10 minutes drawn", slow().drawn(9));
    odd.put("listens", listening(30));
    return odd;
  }

  /** Services that need each other, one after another. */
  private static Boots chain(int count) {
    var lines = new StringBuilder("go.target");
    for (int i = 0; i < count; i++) {
      lines.append(" Wants=s%02d.service After=s%02d.service".formatted(i, i));
    }
    for (int i = 0; i < count; i++) {
      lines.append("\ns%02d.service takes=%d".formatted(i, 1 + 7 * i));
      if (i > 0) {
        lines.append(" Requires=s%02d.service After=s%02d.service".formatted(i - 1, i - 1));
      }
    }
    return Boots.of(lines.toString());
  }

  private static Boots slow() {
    var lines = new StringBuilder("go.target Wants=slow.service After=slow.service");
    for (int i = 0; i < 50; i++) {
      lines.append(" Wants=q%d.service After=q%d.service".formatted(i, i));
    }
    lines.append("\nslow.service takes=600000");
    for (int i = 0; i < 50; i++) {
      lines.append("\nq%d.service takes=5".formatted(i));
    }
    return Boots.of(lines.toString());
  }

  /** Sockets of which each second has a service that cannot start. */
  private static Boots listening(int count) {
    var lines = new StringBuilder("go.target");
    for (int i = 0; i < count; i++) {
      lines.append(" Wants=l%d.socket".formatted(i));
    }
    for (int i = 0; i < count; i++) {
      lines.append("\nl%d.socket ListenStream=/run/%s".formatted(i, "x".repeat(9 * i)));
      lines.append("\nl%d.service takes=%d".formatted(i, 10 * i));
      lines.append(i % 2 == 0 ? "" : " Requires=gone.service");
    }
    return Boots.of(lines.toString());
  }

  @TestFactory
  Stream<DynamicTest> textsStandApartInOddBoots() {
    return odd().entrySet().stream().map(b -> dynamicTest(b.getKey(), () -> apart(b.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> textsStandApartHoweverManyStarts() {
    return Stream.of(20, 100, 500)
        .flatMap(
            n -> {
              var boots = random(n, n);
              return Stream.of(
                  dynamicTest(n + " units", () -> apart(boots)),
                  dynamicTest(n + " drawn", () -> apart(boots.drawn(5))),
                  dynamicTest(n + " compared", () -> apart(boots.without(unit(boots)))));
            });
  }

  @Test
  void textsStandApartInAnyBoot() throws Exception {
    for (Boots boots : randoms()) {
      apart(boots);
    }
  }

  /** That no text meets another or leaves the picture, and no shape leaves it either. */
  private static void apart(Boots boots) throws Exception {
    var forecast = boots.forecast();
    for (boolean all : List.of(false, true)) {
      var out = new StringWriter();
      TimelineSvg.write(forecast, new Detail(all, true), out);
      apart(parse(out.toString()));
    }
  }

  private static void apart(Document document) {
    double width = number(document.getDocumentElement(), "width");
    double height = number(document.getDocumentElement(), "height");
    var picture = new Rectangle2D.Double(0, 0, width, height);
    var boxes = new ArrayList<Rectangle2D>();
    var texts = document.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      var text = (Element) texts.item(i);
      var box = box(text);
      String words = text.getTextContent();
      assertTrue(picture.contains(box), words + box);
      for (int j = 0; j < boxes.size(); j++) {
        if (boxes.get(j).intersects(box)) {
          fail(words + " and " + texts.item(j).getTextContent());
        }
      }
      boxes.add(box);
    }
    var rects = document.getElementsByTagName("rect");
    for (int i = 0; i < rects.getLength(); i++) {
      var rect = (Element) rects.item(i);
      double right = number(rect, "x") + number(rect, "width");
      double bottom = number(rect, "y") + number(rect, "height");
      assertTrue(number(rect, "x") >= 0 && right <= width && bottom <= height, "" + right);
    }
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static Rectangle2D box(Element text) {
    double size = number(text, "font-size");
    boolean bold = text.getAttribute("class").contains("bold");
    var lettering = bold ? Lettering.BOLD : Lettering.PLAIN;
    double width = lettering.width(text.getTextContent(), size);
    double left =
        switch (text.getAttribute("text-anchor")) {
          case "middle" -> number(text, "x") - width / 2;
          case "end" -> number(text, "x") - width;
          default -> number(text, "x");
        };
    return new Rectangle2D.Double(left, number(text, "y") - size * 0.75, width, size);
  }

  @Test
  void samePictureInEveryLanguageAndPlace() throws IOException {
    var boots = random(1, 60).drawn(5);
    String first = svg(boots);
    String page = html(boots);
    var before = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertEquals(first, svg(boots));
      assertEquals(page, html(boots));
    } finally {
      Locale.setDefault(before);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void rowsAndTargetsTellOfTheirUnits() throws Exception {
    var groups = parse(svg(Boots.of(Boots.USUAL))).getElementsByTagName("g");
    var tips = new TreeMap<String, String>();
    for (int i = 0; i < groups.getLength(); i++) {
      var group = (Element) groups.item(i);
      tips.put(group.getAttribute("data-unit"), group.getFirstChild().getTextContent());
    }
    assertEquals(
        """
        web.service
        started at 1.02s
        ready at 1.27s
        took 250ms itself
        waited for db.service: etc/systemd/system/web.service:4
        result: done
        on the critical path\
        """,
        tips.get("web.service"));
    assertEquals(
        """
        log.service
        started at 120ms
        ready at 200ms
        took 80ms itself
        waited for base.target: etc/systemd/system/log.service:3
        result: done
        not on the critical path, could take 1.07s longer\
        """,
        tips.get("log.service"));
    assertEquals(
        "base.target reached at 120ms, waited for disk.mount: etc/systemd/system/base.target:4,"
            + " on the critical path",
        tips.get("base.target"));
  }

  @Test
  void namesOfTargetsLeaveRoomForTheRest() throws Exception {
    var document = parse(svg(random(500, 500)));
    assertTrue(document.getDocumentElement().getTextContent().contains(" without name"));
    assertTrue(number(document.getDocumentElement(), "height") < 1800);
  }

  @Test
  void manyStartsMakeASmallPicture() throws IOException {
    assertTrue(svg(random(5, 1500)).length() < 400_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>.service",
        "\"];x.service",
        "a&b'c.service",
        "\u202egpj.service",
        "\u0007\u001b.service",
        "]]>.service",
        "日本語-very-long-very-long-very-long-very-long-very-long-very-long-very-long.service"
      })
  void hostileNamesAreText(String name) throws Exception {
    var chart = named(name);
    var out = new StringWriter();
    TimelineSvg.draw(chart, out);
    var document = parse(out.toString());
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertTrue(out.toString().codePoints().noneMatch(c -> c < ' ' && c != '\n' || c == 0x202E));
  }

  /** The usual chart with that name everywhere. */
  private static Chart named(String name) {
    var chart = Boots.of(Boots.USUAL).drawn(3).chart();
    var rows =
        chart.rows().stream()
            .map(
                r ->
                    new Chart.Row(
                        name,
                        name,
                        r.tint(),
                        r.bar(),
                        r.before(),
                        r.spread(),
                        r.critical(),
                        r.failed(),
                        r.moved(),
                        r.remark(),
                        List.of(name, name)))
            .toList();
    return new Chart(
        name,
        name,
        chart.beginMicros(),
        chart.endMicros(),
        chart.versus(),
        chart.totals(),
        chart.levels(),
        chart.levelsBefore(),
        List.of(new Chart.Milestone(500, List.of(name), true, true, List.of(name))),
        rows,
        Optional.of(new Chart.Fold(name, List.of(new Chart.Fold.Start(5, name)))),
        chart.hops(),
        Optional.of(standby(name)),
        List.of(new Chart.Listing(name, true, List.of(name))),
        List.of(name));
  }

  private static Chart.Waiters standby(String name) {
    var wait = OptionalLong.of(7);
    var listing = new Chart.Listing(name, false, List.of(name));
    return new Chart.Waiters(
        name,
        9,
        List.of(
            new Chart.Waiter(name, name, name, Tint.SOCKET, wait, "", List.of(name)),
            new Chart.Waiter(
                name, name, name, Tint.SOCKET, OptionalLong.empty(), name, List.of(name))),
        2,
        List.of(listing));
  }

  @Test
  void pageIsWellFormedAndNeedsNothingElse() throws Exception {
    for (Boots boots : randoms()) {
      String page = html(boots);
      var document = parse(page.replace("<!DOCTYPE html>", ""));
      assertEquals(1, document.getElementsByTagName("h1").getLength());
      assertEquals(1, document.getElementsByTagName("svg").getLength());
      assertEquals(0, document.getElementsByTagName("script").getLength());
      assertEquals(0, document.getElementsByTagName("link").getLength());
      assertFalse(page.contains("url("), "something from elsewhere");
    }
  }
}
