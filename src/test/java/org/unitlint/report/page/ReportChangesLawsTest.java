package org.unitlint.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.unitlint.report.page.ReportPageLawsTest.DATA;
import static org.unitlint.report.page.ReportPageLawsTest.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.support.Json;
import org.unitlint.support.Run;
import org.w3c.dom.Element;

/** What a page tells of changes is what {@code diff} tells. */
class ReportChangesLawsTest {
  /** A row: its sign, what it says, and where. */
  private static final Pattern ROW = Pattern.compile("(?m)^[-+!] .*$");

  /** Roots, and folders of units: before and after. */
  @TestFactory
  Stream<DynamicTest> everyChangeIsTold() {
    return Stream.of("text", "long", "folders", "hostile")
        .map(n -> dynamicTest(n, () -> verifyChanges(DATA.resolve("diff").resolve(n))));
  }

  private static void verifyChanges(Path folder) throws IOException {
    String old = folder.resolve("old").toString();
    String now = folder.resolve("new").toString();
    boolean root = Files.isDirectory(folder.resolve("new/etc"));
    var report =
        root
            ? Run.in(DATA, "report", "--root", now, "--since", old)
            : Run.in(DATA, "report", now, "--since", old);
    var section = PageText.byId(PageText.tree(report.out()), "changes");
    var text = section.getTextContent().replaceAll("\\s+", " ");
    var run = Run.in(DATA, "diff", old, now, "--format", "json");
    var changes = Json.object(Json.parse(run.out()));
    assertTrue(text.contains("Changes since " + old), text);
    var articles = PageText.inside(section, "article").iterator();
    for (Object each : Json.list(changes.get("units"))) {
      var change = Json.object(each);
      var article = articles.next().getTextContent();
      Json.list(change.get("units")).forEach(u -> assertTrue(article.contains("" + u), article));
      for (Object setting : Json.list(change.get("settings"))) {
        assertTrue(article.contains(Json.object(setting).get("name") + "="), article);
      }
      verifyFollowing(Json.object(change.get("follows")), article);
    }
    for (Object each : Json.list(changes.get("services"))) {
      var article = articles.next().getTextContent();
      assertTrue(article.contains("" + Json.object(each).get("id")), article);
      verifyFollowing(Json.object(Json.object(each).get("follows")), article);
    }
    verifyFollowing(Json.object(changes.get("elsewhere")), text);
    var told = Run.in(DATA, "diff", old, now, "--format", "markdown", "--all").out();
    var rows = new ArrayList<String>();
    ROW.matcher(told).results().forEach(r -> rows.add(bare(r.group())));
    assertEquals(rows, PageText.inside(section, "li").stream().map(e -> row(e)).toList());
  }

  private static String row(Element item) {
    var spans = PageText.inside(item, "span");
    var text = item.getTextContent();
    if (spans.size() > 1) {
      var place = spans.get(1).getTextContent();
      text = text.substring(0, text.length() - place.length() - 1) + "  (" + place + ")";
    }
    return bare(text);
  }

  private static String bare(String text) {
    return text.replace("`", "");
  }

  private static void verifyFollowing(Map<String, Object> following, String text) {
    for (Object each : Json.list(following.get("findings"))) {
      var finding = after(each);
      assertTrue(text.contains(finding.get("severity") + "[" + finding.get("rule") + "]"), text);
    }
    for (Object each : Json.list(following.get("ports"))) {
      assertTrue(text.contains("listens on " + after(each).get("address")), text);
    }
    for (Object each : Json.list(following.get("exposure"))) {
      assertTrue(text.contains("exposure ") && text.contains("" + after(each).get("score")), text);
    }
    if (!Json.list(following.get("jobs")).isEmpty()) {
      assertTrue(text.contains("at boot"), text);
    }
  }

  private static Map<String, Object> after(Object changed) {
    var sides = Json.object(changed);
    return Json.object(sides.getOrDefault("after", sides.get("before")));
  }

  @Test
  void whereNothingChangedThatIsSaid() throws IOException {
    var input = DATA.resolve("report/workshop/root");
    var section = PageText.byId(PageText.tree(page(input, "--since", input + "")), "changes");
    assertTrue(section.getTextContent().endsWith("Nothing changes."), section.getTextContent());
    var plain = PageText.tree(page(input));
    assertTrue(PageText.elements(plain).stream().noneMatch(e -> isChanges(e)));
  }

  private static boolean isChanges(Element element) {
    return element.getAttribute("id").equals("changes");
  }
}
