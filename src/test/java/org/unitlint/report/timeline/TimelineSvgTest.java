package org.unitlint.report.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.report.svg.Lettering;
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

  @Test
  void noTextMeetsAnotherOrLeavesThePicture() throws Exception {
    for (Boots boots : randoms()) {
      var document = parse(svg(boots));
      double width = number(document.getDocumentElement(), "width");
      double height = number(document.getDocumentElement(), "height");
      var boxes = new ArrayList<Rectangle2D>();
      var texts = document.getElementsByTagName("text");
      for (int i = 0; i < texts.getLength(); i++) {
        var text = (Element) texts.item(i);
        var box = box(text);
        String words = text.getTextContent();
        assertTrue(new Rectangle2D.Double(0, 0, width, height).contains(box), words + box);
        for (int j = 0; j < boxes.size(); j++) {
          boolean meet = boxes.get(j).intersects(box);
          assertFalse(meet, words + " and " + texts.item(j).getTextContent());
        }
        boxes.add(box);
      }
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
  void samePictureInEveryLanguage() throws IOException {
    var boots = random(1, 60).drawn(5);
    String first = svg(boots);
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(first, svg(boots));
    } finally {
      Locale.setDefault(before);
    }
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
        java.util.Optional.of(new Chart.Fold(name, List.of(new Chart.Fold.Start(5, name)))),
        chart.hops(),
        List.of(new Chart.Listing(name, true, List.of(name))),
        List.of(name));
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
