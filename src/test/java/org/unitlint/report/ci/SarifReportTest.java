package org.unitlint.report.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.Findings;
import org.unitlint.rule.Page;
import org.unitlint.rule.Rules;
import org.unitlint.source.Edit;
import org.unitlint.source.Edits;
import org.unitlint.source.Source;
import org.unitlint.source.Utf8;
import org.unitlint.support.Json;

class SarifReportTest {
  private static Map<String, Object> run(CheckRun run, Diagnostic... findings) throws IOException {
    String log = Hostile.write(ExchangeFormat.SARIF, new Findings(List.of(findings), 1, 1), run);
    Sarif.assertValid(log);
    return Json.object(Json.list(Json.object(Json.parse(log)).get("runs")).get(0));
  }

  /** What the path of names and indexes leads to. */
  private static Object at(Object value, Object... path) {
    Object found = value;
    for (Object step : path) {
      found = step instanceof Integer i ? Json.list(found).get(i) : Json.object(found).get(step);
    }
    return found;
  }

  @Test
  void columnsAreUtf16AndMessagesHaveNoPlaceholders() throws IOException {
    var source = Source.of("a b@%.service", "[Unit]\n🚀é=x{0}\n");
    var place = source.place(10, 11);
    var run =
        run(
            Hostile.run(),
            Hostile.OTHER
                .at(place, "`{0}` is [no](link)")
                .as(Severity.HINT)
                .about("a.service")
                .label(source.place(0, 6), "in `[Unit]`")
                .note("a fact")
                .help("do it"));
    var result = at(run, "results", 0);
    assertEquals(
        "`{{0}}` is [no] (link)\nnote: a fact\nhelp: do it", at(result, "message", "text"));
    assertEquals("note", at(result, "level"));
    assertEquals("H101", at(run, "tool", "driver", "rules", 0, "id"));
    assertEquals("warning", at(run, "tool", "driver", "rules", 0, "defaultConfiguration", "level"));
    assertEquals("A lead.", at(run, "tool", "driver", "rules", 0, "fullDescription", "text"));
    assertEquals("1.2.3", at(run, "tool", "driver", "version"));
    var location = at(result, "locations", 0, "physicalLocation");
    assertEquals("a%20b@%25.service", at(location, "artifactLocation", "uri"));
    assertEquals(
        Map.of("startLine", 2L, "startColumn", 4L, "endLine", 2L, "endColumn", 5L),
        at(location, "region"));
    assertEquals("in `[Unit]`", at(result, "relatedLocations", 0, "message", "text"));
    long index = (long) at(location, "artifactLocation", "index");
    assertEquals("a%20b@%25.service", at(run, "artifacts", (int) index, "location", "uri"));
  }

  @Test
  void everyRuleHasItsPage() throws IOException {
    var place = Source.of("a.service", "x").whole();
    var findings = Rules.ALL.stream().map(r -> r.info().at(place, "m")).toArray(Diagnostic[]::new);
    var run = new CheckRun("1", List.of(), Source::name, rule -> Page.of(rule).text(), true);
    var rules = Json.list(at(run(run, findings), "tool", "driver", "rules"));
    assertEquals(Rules.ALL.size(), rules.size());
    for (int i = 0; i < rules.size(); i++) {
      var info = Rules.ALL.get(i).info();
      assertEquals(info.code(), at(rules.get(i), "id"));
      assertEquals(info.summary(), at(rules.get(i), "shortDescription", "text"));
      String text = (String) at(rules.get(i), "help", "text");
      assertTrue(text.startsWith(info.code() + " " + info.name()), text);
      assertTrue(text.contains("\nWhy\n"), text);
      String lead = (String) at(rules.get(i), "fullDescription", "text");
      assertTrue(lead.length() > 20 && lead.endsWith("."), lead);
    }
  }

  @Test
  void unreadInputsAreNotASuccess() throws IOException {
    var clean = Hostile.run();
    var broken = new CheckRun("1", List.of(), clean.path(), clean.page(), false);
    assertEquals(true, at(run(clean), "invocations", 0, "executionSuccessful"));
    assertEquals(false, at(run(broken), "invocations", 0, "executionSuccessful"));
  }

  @Test
  void fixesDoWhatOursDo() throws IOException {
    var random = new Random(7);
    String[] parts = {"A=b", "é", "🚀", "日", "\n", "\n", "\r\n", " ", "\uDC80", "x{y}"};
    for (int i = 0; i < 300; i++) {
      var text = new StringBuilder("x");
      for (int n = random.nextInt(20); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      var source = Source.of("a.service", text.toString());
      int[] cuts = random.ints(4, 0, text.length() + 1).sorted().toArray();
      var edits =
          List.of(
              new Edit(source.place(cuts[0], cuts[1]), parts[random.nextInt(parts.length)]),
              new Edit(source.place(cuts[2], cuts[3]), "new\n\uDCFF"));
      if (cuts[1] == cuts[2] || splits(text, cuts) || text.indexOf("\n\r") >= 0) {
        continue;
      }
      var finding = Hostile.RULE.at(source.whole(), "m").fix("f", true, edits.toArray(Edit[]::new));
      var replacements =
          Json.list(
              at(
                  run(Hostile.run(), finding),
                  "results",
                  0,
                  "fixes",
                  0,
                  "artifactChanges",
                  0,
                  "replacements"));
      assertEquals(Edits.apply(source.text(), edits), applied(source.text(), replacements));
    }
  }

  private static boolean splits(CharSequence text, int... cuts) {
    for (int cut : cuts) {
      boolean inside = cut > 0 && cut < text.length();
      if (inside
          && (Character.isSurrogatePair(text.charAt(cut - 1), text.charAt(cut))
              || text.charAt(cut - 1) == '\r' && text.charAt(cut) == '\n')) {
        return true;
      }
    }
    return false;
  }

  /** The text with the replacements made, as a reader of SARIF makes them. */
  private static String applied(String text, List<Object> replacements) {
    var starts = new ArrayList<Integer>(List.of(0));
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts.add(at + 1);
    }
    var out = new StringBuilder(text);
    for (int i = replacements.size() - 1; i >= 0; i--) {
      var region = Json.object(at(replacements.get(i), "deletedRegion"));
      out.replace(
          offset(starts, region.get("startLine"), region.get("startColumn")),
          offset(starts, region.get("endLine"), region.get("endColumn")),
          inserted(Json.object(replacements.get(i)).get("insertedContent")));
    }
    return out.toString();
  }

  private static int offset(List<Integer> starts, Object line, Object column) {
    return starts.get((int) (long) line - 1) + (int) (long) column - 1;
  }

  private static String inserted(Object content) {
    var fields = Json.object(content);
    return fields.containsKey("text")
        ? (String) fields.get("text")
        : Utf8.decode(Base64.getDecoder().decode((String) fields.get("binary")));
  }

  @Test
  void fingerprintsStayWhenLinesMove() {
    var before = Source.of("a.service", "[Unit]\nAfter=x x\n");
    var after = Source.of("a.service", "# new\n\n[Unit]\n  After=x x\n");
    var run = Hostile.run();
    var first = new Fingerprints(run);
    String one = first.next(Hostile.RULE.at(before.place(13, 14), "m"));
    String two = first.next(Hostile.RULE.at(before.place(15, 16), "m"));
    var second = new Fingerprints(run);
    assertEquals(one, second.next(Hostile.RULE.at(after.place(22, 23), "another message")));
    assertEquals(two, second.next(Hostile.RULE.at(after.place(24, 25), "m")));
    assertNotEquals(one, two);
    assertNotEquals(one, new Fingerprints(run).next(Hostile.OTHER.at(before.place(13, 14), "m")));
  }

  @Test
  void pathsBecomeUris() {
    assertEquals("etc/a@.service", FileUri.of("etc/a@.service"));
    assertEquals("file:///etc/a%20b.service", FileUri.of("/etc/a b.service"));
    assertEquals("a%3Ab/%C3%A9%80%3F%23%25%5B", FileUri.of("a:b/é\uDC80?#%["));
    assertEquals("%5Cx2d.mount", FileUri.of("\\x2d.mount"));
  }
}
