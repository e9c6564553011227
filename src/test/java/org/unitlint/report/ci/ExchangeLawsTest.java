package org.unitlint.report.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.report.Cells;
import org.unitlint.report.Findings;
import org.unitlint.source.Edit;
import org.unitlint.source.Source;
import org.unitlint.support.Json;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What holds whatever is reported in the formats of others. */
class ExchangeLawsTest {
  private static Document xml(String text)
      throws ParserConfigurationException, SAXException, IOException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static List<Element> all(Document document, String name) {
    var found = new ArrayList<Element>();
    var nodes = document.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static int sum(List<Element> elements, String attribute) {
    return elements.stream().mapToInt(e -> Integer.parseInt(e.getAttribute(attribute))).sum();
  }

  @Test
  void sarifIsAsTheSchemaWants() throws IOException {
    var hostile = new Hostile(1);
    for (int i = 0; i < 200; i++) {
      var findings = hostile.findings();
      String log = Hostile.write(ExchangeFormat.SARIF, findings);
      Sarif.assertValid(log);
      var run = Json.object(Json.list(Json.object(Json.parse(log)).get("runs")).get(0));
      assertEquals(findings.diagnostics().size(), Json.list(run.get("results")).size());
    }
  }

  @Test
  void junitIsXmlAndCountsRight() throws Exception {
    var hostile = new Hostile(2);
    for (int i = 0; i < 300; i++) {
      var findings = hostile.findings();
      var document = xml(Hostile.write(ExchangeFormat.JUNIT, findings));
      var root = document.getDocumentElement();
      var suites = all(document, "testsuite");
      var cases = all(document, "testcase");
      assertEquals(String.valueOf(cases.size()), root.getAttribute("tests"));
      assertEquals(cases.size(), sum(suites, "tests"));
      int failures = all(document, "failure").size();
      assertEquals(String.valueOf(failures), root.getAttribute("failures"));
      assertEquals(failures, sum(suites, "failures"));
      int told = failures + all(document, "system-out").size();
      assertEquals(findings.diagnostics().size(), told);
      for (Element suite : suites) {
        var names = new HashSet<String>();
        var own = cases.stream().filter(c -> c.getParentNode() == suite).toList();
        assertTrue(own.stream().allMatch(c -> names.add(c.getAttribute("name"))));
      }
    }
  }

  @Test
  void checkstyleIsXmlWithEveryFinding() throws Exception {
    var hostile = new Hostile(3);
    for (int i = 0; i < 300; i++) {
      var findings = hostile.findings();
      var document = xml(Hostile.write(ExchangeFormat.CHECKSTYLE, findings));
      assertEquals(findings.diagnostics().size(), all(document, "error").size());
      assertFalse(
          all(document, "error").stream().anyMatch(e -> e.getAttribute("message").contains("\n")));
    }
  }

  @Test
  void gitlabGivesEachFindingItsOwnFingerprint() throws IOException {
    var hostile = new Hostile(4);
    for (int i = 0; i < 300; i++) {
      var findings = hostile.findings();
      String text = Hostile.write(ExchangeFormat.GITLAB, findings);
      assertTrue(text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), text);
      var prints = new HashSet<Object>();
      for (Object issue : Json.list(Json.parse(text))) {
        assertTrue(prints.add(Json.object(issue).get("fingerprint")), text);
      }
      assertEquals(findings.diagnostics().size(), prints.size());
    }
  }

  @Test
  void githubWritesOneCommandALineWithTheParametersMeant() {
    var hostile = new Hostile(5);
    for (int i = 0; i < 500; i++) {
      var findings = hostile.findings();
      String text = Hostile.write(ExchangeFormat.GITHUB, findings);
      var lines = text.isEmpty() ? List.<String>of() : List.of(text.split("\n"));
      assertEquals(findings.diagnostics().size(), lines.size());
      for (int at = 0; at < lines.size(); at++) {
        var finding = findings.diagnostics().get(at);
        String command = lines.get(at);
        int end = command.indexOf("::", 2);
        assertTrue(command.matches("::(error|warning|notice) file=.*"), command);
        var properties = command.substring(command.indexOf(' ') + 1, end).split(",");
        String name = Cells.clean(finding.place().source().name());
        assertEquals("file=" + name, unescaped(properties[0]));
        assertEquals("line=" + finding.place().line(), properties[1]);
        assertEquals(Cells.clean(command), command);
      }
    }
  }

  private static String unescaped(String text) {
    return text.replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%3A", ":")
        .replace("%2C", ",")
        .replace("%25", "%");
  }

  @Test
  void sameFindingsGiveTheSameBytesInAnyLocale() {
    var before = Locale.getDefault();
    for (ExchangeFormat format : ExchangeFormat.values()) {
      String plain = Hostile.write(format, new Hostile(6).findings());
      try {
        Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
        assertEquals(plain, Hostile.write(format, new Hostile(6).findings()));
      } finally {
        Locale.setDefault(before);
      }
    }
  }

  @Test
  void tenThousandFindingsInOneBigFile() {
    var source = Source.of("big.service", "After=a.service b.service\n".repeat(20_000));
    var findings = new ArrayList<Diagnostic>();
    for (int i = 0; i < 10_000; i++) {
      int line = 52 * i;
      findings.add(
          Hostile.RULE
              .at(source.place(line + 6, line + 15), "unknown unit")
              .label(source.place(line + 16, line + 25), "beside it")
              .fix("drop", true, new Edit(source.place(line, line + 26), "")));
    }
    for (ExchangeFormat format : ExchangeFormat.values()) {
      assertTimeout(
          Duration.ofSeconds(10), () -> Hostile.write(format, new Findings(findings, 1, 1)));
    }
  }
}
