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

  /** Each with the folder and the words of the run that writes it. */
  private static final Map<String, List<String>> RUNS =
      Map.of(
          "graph", List.of("readme", "graph --root harbour --target-version 252 --format html"),
          "boot",
              List.of(
                  "readme",
                  "boot --root harbour --target-version 252 --timings monday.json --format html"));

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
      var words = Run.words(run.getValue().get(1));
      var done = Run.in(TESTDATA.resolve(run.getValue().get(0)), words);
      assertTrue(done.status() <= 1, done.err());
      pages.put(run.getKey(), save(run.getKey(), done.out()));
    }
    pages.put("report", save("report", SamplePage.html()));
    return pages;
  }

  private Path save(String name, String html) throws IOException {
    return Files.writeString(folder.resolve(name + ".html"), html);
  }

  @TestFactory
  Stream<DynamicTest> everyPage() throws IOException {
    return pages().entrySet().stream()
        .flatMap(
            page ->
                Stream.of(1280, 400)
                    .flatMap(
                        width ->
                            Stream.of(false, true)
                                .map(
                                    dark ->
                                        dynamicTest(
                                            page.getKey() + " " + width + (dark ? " dark" : ""),
                                            () -> verify(page.getValue(), width, dark)))));
  }

  private void verify(Path page, int width, boolean dark) {
    browser.window(width, 800, dark).show(page, "");
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
        return [...document.querySelectorAll('header :is(h1, p, a), h1')]
            .filter((e) => e.offsetParent !== null)
            .filter((e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2)
            .map((e) => e.outerHTML.slice(0, 200));
        """);
  }
}
