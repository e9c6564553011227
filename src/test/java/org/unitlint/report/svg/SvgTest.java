package org.unitlint.report.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.001, 0",
    "-0.005, -0.01",
    "12, 12",
    "12.5, 12.5",
    "12.05, 12.05",
    "-3.256, -3.26",
    "1e9, 1000000000",
    "0.999, 1"
  })
  void numbersHaveTwoDecimals(double number, String text) {
    assertEquals(text, Decimals.of(number));
  }

  @Test
  void numbersAreFinite() {
    assertThrows(IllegalArgumentException.class, () -> Decimals.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Decimals.of(Double.POSITIVE_INFINITY));
  }

  @Test
  void numbersAreTheSameInEveryLanguage() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("1234.5", Decimals.of(1234.5));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>.service",
        "\"];x.service",
        "a&b'c>d]]>.service",
        "\u0000\u0007\u001b[31m.service",
        "\u202egpj.service",
        "\ud800.service",
        "\uffff.service",
        "日本語.service",
        "😀.service",
      })
  void hostileTextIsText(String name) throws Exception {
    var out = new StringWriter();
    var svg = Svg.begin(new Markup(out), 100, 50, name, name, true);
    svg.group("a").set("data-unit", name).tip(name);
    svg.text(1, 2, 12, Svg.Anchor.MIDDLE, "ink", name);
    svg.rect(0, 0, 1, 1, "").tip(name + "\n" + name);
    svg.close();
    svg.finish();
    var document = parse(out.toString());
    String shown = document.getElementsByTagName("text").item(0).getTextContent();
    assertEquals(shown, document.getDocumentElement().getAttribute("aria-label"));
    assertEquals(name.codePoints().count(), shown.codePoints().count());
    assertEquals(0, document.getElementsByTagName("script").getLength());
  }

  @Test
  void styleNeedsNoEscapes() throws IOException {
    assertTrue(Theme.css().chars().noneMatch(c -> c == '<' || c == '>' || c == '&'));
  }

  @ParameterizedTest
  @CsvSource({
    "a.service, 200, a.service",
    "systemd-networkd-wait-online.service, 120, systemd-….service",
    "x, 0, …",
    "'', 0, ''"
  })
  void longNamesKeepTheirEnds(String name, double width, String shown) {
    assertEquals(shown, Lettering.PLAIN.fit(name, 12, width));
  }

  @Test
  void whatFitsIsNotWider() {
    String name = "dev-disk-by\\x2duuid-日本語-é-0123456789.device";
    for (int width = 15; width < 400; width++) {
      for (Lettering lettering : Lettering.values()) {
        assertTrue(lettering.width(lettering.fit(name, 11, width), 11) <= width);
      }
    }
  }

  private static Document parse(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
