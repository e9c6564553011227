package org.unitlint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.support.Run;

/** What holds for every page that the program writes, on any screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageLawsTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("unitlint.basedir", "."), "testdata");

  /** What writes each, run in {@code testdata}. */
  private static final Map<String, String> RUNS =
      Map.of(
          "graph", "graph --root readme/harbour --target-version 252 --format html",
          "boot", "boot --root readme/harbour --timings readme/monday.json --format html",
          "bakery", "report --root readme/bakery",
          "changes", "report --root diff/text/new --since diff/text/old",
          "long changes", "report diff/long/new --since diff/long/old",
          "loose files", "report readme/units",
          "refused boot", "report --root cycles/20-needed-by-the-boot/root",
          "workshop", "report --root report/workshop/root --target-version 252");

  private static final List<Screen> SCREENS =
      List.of(new Screen(1280, false), new Screen(400, true));

  /** Tried with the sample alone. */
  private static final List<Screen> OTHERS =
      List.of(new Screen(1280, true), new Screen(400, false));

  /** A window as wide, in dark colours or light ones. */
  private record Screen(int width, boolean dark) {}

  @TempDir private Path folder;
  private Browser browser;

  @BeforeAll
  void open() throws IOException {
    browser = Browser.open();
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private Map<String, Path> pages() throws IOException {
    var pages = new TreeMap<String, Path>();
    for (var run : RUNS.entrySet()) {
      pages.put(run.getKey(), page(run.getKey(), TESTDATA, Run.words(run.getValue())));
    }
    var empty = folder.resolve("empty");
    Files.createDirectories(empty.resolve("etc/systemd/system"));
    pages.put("empty", page("empty", empty, "report", "--root", "."));
    var sample = Files.createDirectory(folder.resolve("sample"));
    SampleMachine.layDown(sample);
    pages.put("sample", page("sample", sample, "report", "--root", ".", "--hints"));
    var cycle = TESTDATA.resolve("cycles/01-engine-after-its-target");
    pages.put("cycle", page("cycle", cycle, "report", "--root", "root"));
    return pages;
  }

  private Path page(String name, Path where, String... words) throws IOException {
    var done = Run.in(where, words);
    assertTrue(done.status() <= 1, done.err());
    return Files.writeString(folder.resolve(name + ".html"), done.out());
  }

  @TestFactory
  Stream<DynamicTest> everyPage() throws IOException {
    var pages = pages();
    return Stream.concat(
        pages.keySet().stream().flatMap(n -> SCREENS.stream().map(s -> test(n, pages.get(n), s))),
        OTHERS.stream().map(s -> test("sample", pages.get("sample"), s)));
  }

  private DynamicTest test(String name, Path page, Screen screen) {
    return dynamicTest(name + " " + screen, () -> verify(page, screen));
  }

  private void verify(Path page, Screen screen) {
    browser.window(screen.width(), 800, screen.dark()).show(page, "");
    assertEquals(List.of(), browser.faults(), "accessibility");
    assertEquals(List.of(), browser.complaints(), "console");
    assertEquals(List.of(), browser.requests(page), "requests");
    assertEquals(List.of(), wide(), "the page is not wider than the window, but for these");
    assertEquals(List.of(), cut(), "nothing in the head is cut off, but for these");
  }

  /** What makes the page wider than the window; empty if it is not. */
  private Object wide() {
    return browser.ask(
        """
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) { return []; }
        return [...document.body.querySelectorAll('*')]
            .filter((e) => e.getBoundingClientRect().right > room + 1)
            .slice(0, 5).map((e) => e.outerHTML.slice(0, 120));
        """);
  }

  /** The headings, links and lines of the head that do not show all their text. */
  private Object cut() {
    return browser.ask(
        """
        return [...document.querySelectorAll('header :is(h1, p, a), h1:not(.away)')]
            .filter((e) => e.offsetParent !== null)
            .filter((e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2)
            .map((e) => e.outerHTML.slice(0, 200));
        """);
  }
}
