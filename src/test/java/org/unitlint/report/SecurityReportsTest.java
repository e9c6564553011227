package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unitlint.support.Json;
import org.unitlint.support.Run;
import org.unitlint.support.Shared;

/** Text, JSON and drop-ins of {@code security} tell the same. */
class SecurityReportsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("unitlint.basedir", ".")).resolve("testdata/security/table/root");

  @Test
  void ofOurOwn() throws IOException {
    verify(ROOT);
  }

  @Test
  @Tag("differential")
  void ofAWholeTree() throws IOException, InterruptedException {
    verify(Shared.tree("minimal"));
  }

  private static void verify(Path root) throws IOException {
    var table = Run.in(root, "security", "--root", ".").out().lines().toList();
    var services = services(root);
    assertTrue(services.size() > 3);
    for (var service : services) {
      String unit = (String) service.get("unit");
      String rated = service.get("exposure") + " " + service.get("rating");
      assertTrue(
          table.stream()
              .anyMatch(
                  l -> l.strip().replaceAll(" +", " ").startsWith(rated) && l.endsWith(" " + unit)),
          unit + " " + rated);
      var text = Run.in(root, "security", "--root", ".", unit).out();
      assertTrue(text.startsWith(unit + ": " + rated + ", "), text);
      verify(text, service);
      var written = Run.in(root, "security", "--root", ".", unit, "--suggest-dropin").out();
      if (service.containsKey("dropin")) {
        var dropin = Json.object(service.get("dropin"));
        assertEquals(dropin.get("text"), written);
        String then = dropin.get("exposure") + " " + dropin.get("rating") + ".";
        assertTrue(text.contains("--suggest-dropin writes all of these: " + then), text);
      } else {
        assertEquals("# Nothing to suggest for " + unit + ".\n", written);
      }
    }
  }

  private static void verify(String text, Map<String, Object> service) {
    long passed = 0;
    long all = 0;
    for (Object each : Json.list(service.get("checks"))) {
      var check = Json.object(each);
      String id = (String) check.get("check");
      all += check.get("passed").equals("") ? 0 : 1;
      passed += check.get("passed").equals(true) ? 1 : 0;
      String member = id.contains("=~") ? id.substring(id.indexOf('~')) : id;
      String told =
          check.get("passed").equals(false) ? member + " " + check.get("exposure") : member;
      boolean row = text.contains("  " + check.get("exposure") + "  " + id);
      assertTrue(text.contains(told) || row, () -> id + " is missing: " + text);
      for (Object setting : Json.list(check.get("settings"))) {
        var place = Json.object(setting);
        boolean shown = text.contains(place.get("file") + ":" + place.get("line"));
        assertTrue(shown || text.contains(" more\n") || text.contains("Do not apply"), text);
      }
    }
    assertTrue(text.contains(", " + passed + " of " + all + " checks passed"), text);
    for (Object each : Json.list(service.get("suggestions"))) {
      var suggestion = Json.object(each);
      Json.list(suggestion.get("lines")).forEach(l -> assertTrue(text.contains("  " + l), text));
    }
  }

  private static List<Map<String, Object>> services(Path root) throws IOException {
    var run = Run.in(root, "security", "--root", ".", "--format", "json");
    return Json.list(Json.object(Json.parse(run.out())).get("services")).stream()
        .map(Json::object)
        .toList();
  }
}
