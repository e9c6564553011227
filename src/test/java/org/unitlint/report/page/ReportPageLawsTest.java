package org.unitlint.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.support.Json;
import org.unitlint.support.Run;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What holds for each page of a report. */
class ReportPageLawsTest {
  static final Path DATA =
      Path.of(System.getProperty("unitlint.basedir", "."), "testdata").toAbsolutePath();
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final int SCRIPTS = 3;
  private static final Set<String> POINTING =
      Set.of("href", "aria-controls", "aria-labelledby", "for", "src");

  /** Roots, and folders of units. */
  private static final List<String> INPUTS =
      List.of(
          "report/workshop/root",
          "readme/bakery",
          "readme/harbour",
          "cycles/01-engine-after-its-target/root",
          "cycles/18-stop-goes-before-start/root");

  @TempDir Path temp;

  static String page(Path input, String... more) {
    var words = Stream.concat(Stream.of("report", input.toString()), Arrays.stream(more));
    var run = Run.in(DATA, words.toArray(String[]::new));
    assertTrue(run.status() < 2, run.err());
    return run.out();
  }

  @Test
  void itSaysWhatItSaidBefore() throws IOException {
    var folder = DATA.resolve("report/workshop");
    var words = Run.words(Files.readString(folder.resolve("words")));
    String bare = PageText.bare(Run.in(folder, words).out());
    var expected = folder.resolve("expected.html");
    if (!Files.exists(expected) || UPDATE && !Files.readString(expected).equals(bare)) {
      Files.writeString(expected, bare);
      fail("written, read it: " + expected);
    }
    assertEquals(Files.readString(expected), bare);
  }

  @TestFactory
  Stream<DynamicTest> everyPage() {
    return INPUTS.stream().map(i -> dynamicTest(i, () -> verify(page(DATA.resolve(i)))));
  }

  private static void verify(String page) throws Exception {
    var tree = PageText.tree(page);
    identitiesAreUnique(tree);
    whatIsPointedAtIsThere(tree);
    nothingIsFetched(tree);
    scriptsAreOurs(page, tree);
    dataIsOfTheUnits(page, tree);
  }

  private static void identitiesAreUnique(Document tree) {
    var seen = new HashSet<String>();
    for (Element element : PageText.elements(tree)) {
      String id = element.getAttribute("id");
      assertTrue(id.isEmpty() || seen.add(id), id);
    }
  }

  private static void whatIsPointedAtIsThere(Document tree) {
    var ids = new HashSet<String>();
    PageText.elements(tree).forEach(e -> ids.add(e.getAttribute("id")));
    for (Element element : PageText.elements(tree)) {
      for (String name : POINTING) {
        String target = element.getAttribute(name);
        String id = target.startsWith("#") ? target.substring(1) : target;
        assertTrue(ids.contains(id), element.getTagName() + " " + name + "=" + target);
      }
    }
  }

  /** No element and no attribute makes a browser ask for something or run something. */
  private static void nothingIsFetched(Document tree) {
    for (Element element : PageText.elements(tree)) {
      var attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        String name = attributes.item(i).getNodeName();
        String value = attributes.item(i).getNodeValue();
        assertFalse(name.startsWith("on") || name.equals("style"), name);
        boolean address = value.contains("://") || value.startsWith("javascript:");
        assertFalse(address && !name.equals("xmlns") && !isText(name), name + "=" + value);
      }
      assertFalse(
          Set.of("img", "link", "iframe", "object", "embed", "base", "image", "use")
              .contains(element.getTagName()),
          element.getTagName());
    }
  }

  /** Whether a browser takes the attribute for nothing but text. */
  private static boolean isText(String name) {
    return name.startsWith("data-") || name.startsWith("aria-") || name.equals("title");
  }

  private static void scriptsAreOurs(String page, Document tree) throws Exception {
    var scripts = PageText.scripts(page);
    assertEquals(SCRIPTS, scripts.size());
    assertEquals(SCRIPTS, tree.getElementsByTagName("script").getLength());
    var policy =
        PageText.elements(tree).stream()
            .filter(e -> e.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .findFirst()
            .orElseThrow()
            .getAttribute("content");
    assertTrue(policy.startsWith("default-src 'none';"), policy);
    for (String script : scripts.subList(1, SCRIPTS)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(script.getBytes(StandardCharsets.UTF_8));
      assertTrue(page.contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"));
      assertFalse(script.contains("</script") || script.contains("<!--"));
    }
  }

  private static void dataIsOfTheUnits(String page, Document tree) throws IOException {
    var data = Json.object(Json.parse(PageText.scripts(page).get(0)));
    var units = Json.list(data.get("units"));
    var told = new HashSet<String>();
    PageText.elements(tree).stream()
        .filter(e -> e.getTagName().equals("details"))
        .forEach(e -> told.add(e.getAttribute("data-unit")));
    told.remove("");
    var names = units.stream().map(u -> Json.object(u).get("name")).toList();
    assertTrue(names.containsAll(told));
    assertEquals(0, Json.list(data.get("edges")).size() % 4);
    var boxes = new HashSet<String>();
    PageText.elements(tree).forEach(e -> boxes.add(e.getAttribute("data-unit")));
    for (Object unit : units) {
      assertTrue(boxes.contains(Json.object(unit).get("box")), unit.toString());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFindingIsThereOnce() {
    return INPUTS.stream()
        .map(
            i ->
                dynamicTest(
                    i,
                    () -> {
                      var run =
                          Run.in(DATA, "check", DATA.resolve(i).toString(), "--format", "json");
                      var findings = Json.object(Json.parse(run.out())).get("findings");
                      var expected = new TreeMap<String, Integer>();
                      for (Object finding : Json.list(findings)) {
                        String code = (String) Json.object(finding).get("rule");
                        expected.merge(code, 1, Integer::sum);
                      }
                      var found = new TreeMap<String, Integer>();
                      for (Element e : PageText.elements(PageText.tree(page(DATA.resolve(i))))) {
                        if (e.getTagName().equals("article") && e.hasAttribute("data-rule")) {
                          found.merge(e.getAttribute("data-rule"), 1, Integer::sum);
                        }
                      }
                      assertEquals(expected, found);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyServiceHasItsExposure() {
    return INPUTS.stream().map(i -> dynamicTest(i, () -> verifyExposure(DATA.resolve(i))));
  }

  /** The table, worst first, and the parts of the services say what {@code security} says. */
  private static void verifyExposure(Path input) throws IOException {
    var run = Run.in(DATA, "security", input.toString(), "--format", "json");
    var services = Json.list(Json.object(Json.parse(run.out())).get("services"));
    var rows = new ArrayList<List<Object>>();
    var told = new TreeMap<String, Map<String, Object>>();
    for (Object each : services) {
      var service = Json.object(each);
      var dropin = service.containsKey("dropin") ? Json.object(service.get("dropin")) : service;
      var then = service.containsKey("dropin") ? dropin.get("exposure") : "-";
      var rating = service.get("rating");
      rows.add(List.of(service.get("unit"), service.get("exposure"), rating, then.toString()));
      told.put((String) service.get("unit"), service);
    }
    rows.sort(Comparator.comparing(r -> -(double) r.get(1)));
    var tree = PageText.tree(page(input));
    var section = PageText.byId(tree, "exposure");
    var shown = new ArrayList<List<String>>();
    for (Element row : PageText.inside(section, "tr")) {
      shown.add(PageText.inside(row, "td").stream().limit(4).map(Element::getTextContent).toList());
    }
    shown.removeIf(List::isEmpty);
    assertEquals(rows.stream().map(r -> r.stream().map(Object::toString).toList()).toList(), shown);
    for (Element unit : PageText.inside(PageText.byId(tree, "units"), "details")) {
      var service = told.get(unit.getAttribute("data-unit"));
      if (service != null) {
        verifyPart(unit, service);
      }
    }
  }

  /** One that has a score has what costs most, with its places, and the whole drop-in. */
  private static void verifyPart(Element unit, Map<String, Object> service) {
    var text = unit.getTextContent();
    assertTrue(text.contains(service.get("exposure") + " " + service.get("rating")), text);
    var places = new HashSet<String>();
    for (Object check : Json.list(service.get("checks"))) {
      for (Object setting : Json.list(Json.object(check).get("settings"))) {
        var place = Json.object(setting);
        places.add(place.get("file") + ":" + place.get("line"));
      }
    }
    PageText.inside(unit, "ul").stream()
        .filter(e -> e.getAttribute("class").equals("costs"))
        .flatMap(e -> PageText.inside(e, "span").stream())
        .map(e -> e.getTextContent().replaceFirst("^\\w+=, ", "").replaceFirst(" and .*", ""))
        .forEach(p -> assertTrue(places.contains(p), p));
    if (service.containsKey("dropin")) {
      var dropin = (String) Json.object(service.get("dropin")).get("text");
      assertTrue(text.contains(dropin.strip()), text);
    }
  }

  @Test
  void theSameBytesEverywhere() {
    var input = DATA.resolve("report/workshop/root");
    String first = page(input);
    var locale = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertEquals(first, page(input));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /** Names and values that somebody chose to break a page. */
  @Test
  void hostileTextStaysText() throws Exception {
    var random = new Random(7);
    var pieces =
        List.of(
            "<script>alert(1)</script>",
            "</script>",
            "<!--",
            "-->",
            "]]>",
            "\"];x",
            "&amp;",
            "'",
            "<img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "\u202e",
            "\u2028",
            "\u0001",
            "`",
            "%n",
            "${x}",
            "\ud83d\udca9",
            "</title></style></svg>");
    var folder = temp.resolve("root/etc/systemd/system");
    Files.createDirectories(folder.resolve("multi-user.target.wants"));
    Files.writeString(folder.resolve("multi-user.target"), "[Unit]\nDescription=<b>all</b>\n");
    Files.createSymbolicLink(folder.resolve("default.target"), Path.of("multi-user.target"));
    for (int i = 0; i < 40; i++) {
      var text = new StringBuilder();
      for (int k = 0; k < 4; k++) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      String file = text.toString().replace('/', '|').replace("\u0001", "");
      String content =
          "[Unit]\nDescription="
              + text
              + "\nAfter="
              + text
              + " u"
              + (i + 1)
              + ".service\n"
              + text
              + "="
              + text
              + "\n["
              + text
              + "]\n[Service]\nExecStart=/bin/"
              + text
              + "\nType="
              + text
              + "\n[Install]\nWantedBy=multi-user.target\n";
      Files.writeString(folder.resolve("u" + i + ".service"), content);
      Files.writeString(folder.resolve(file + i + ".service"), content);
      Files.createSymbolicLink(
          folder.resolve("multi-user.target.wants/u" + i + ".service"),
          Path.of("../u" + i + ".service"));
    }
    Files.writeString(temp.resolve("root/etc/hostname"), "<script>alert(1)</script>\n");
    String title = "</title><script>alert(1)</script>";
    String before = temp.resolve("<script>alert(1)<script>").toString();
    Files.createDirectories(Path.of(before, "etc/systemd/system"));
    String page = page(temp.resolve("root"), "--title", title, "--since", before);
    verify(page);
    assertTrue(page.contains("Changes since"));
    assertFalse(page.contains("\u202e") || page.contains("\u2028") || page.contains("\u0001"));
  }
}
