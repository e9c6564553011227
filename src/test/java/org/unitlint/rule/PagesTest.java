package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.report.CheckFormat;
import org.unitlint.report.Findings;
import org.unitlint.report.Palette;

/**
 * Runs the examples of every rule's page with only that rule on. {@code -Dgolden=update} rewrites
 * the output blocks.
 *
 * <p>A fence says what its block is: {@code ini PATH} and other languages are files; {@code link
 * PATH -> TARGET}, {@code folder PATH}, {@code special PATH} (a pipe, socket or device) and {@code
 * unreadable PATH} have no body, {@code program PATH} may have one; {@code large PATH} is a file
 * that claims 17 MiB; {@code options} holds words such as {@code --target-version=252}, {@code
 * --user} or {@code --folder} (not a whole machine); {@code text} is prose; {@code output} is what
 * the program prints.
 */
class PagesTest {
  private static final Path PAGES =
      Path.of(System.getProperty("unitlint.basedir", "."), "src/main/resources/org/unitlint/rule");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  @TestFactory
  Stream<DynamicTest> everyExample() {
    return Rules.ALL.stream().flatMap(PagesTest::examples);
  }

  private static Stream<DynamicTest> examples(Rule rule) {
    return PageTree.of(rule).stream().map(t -> dynamicTest(t.name(), () -> run(t)));
  }

  private static void run(PageTree tree) throws IOException {
    var expected =
        tree.blocks().stream().filter(b -> b.info().equals("output")).reduce((a, b) -> b);
    String actual = print(tree);
    if (UPDATE && expected.isPresent() && !actual.equals(expected.get().body())) {
      rewrite(tree.rule(), expected.get(), actual);
      fail("rewritten, read it: " + tree.name());
    }
    assertEquals(expected.map(Page.Block::body).orElse(""), actual);
  }

  private static String print(PageTree tree) throws IOException {
    var result = new Linter(tree.machine(), List.of(tree.rule())).check(path -> true);
    var out = new StringWriter();
    CheckFormat.PRETTY
        .report(Palette.PLAIN)
        .write(new Findings(result.diagnostics(), result.files(), result.units()), out);
    return out.toString();
  }

  private static void rewrite(Rule rule, Page.Block block, String actual) throws IOException {
    var file = PAGES.resolve(rule.info().code() + ".md");
    var lines = new ArrayList<>(Files.readAllLines(file));
    var now =
        new Page(Files.readString(file))
            .blocks().stream()
                .filter(b -> b.section().equals(block.section()) && b.info().equals("output"))
                .findFirst()
                .orElseThrow();
    lines.subList(now.first() + 1, now.last()).clear();
    lines.addAll(now.first() + 1, actual.lines().toList());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  @Test
  void everyPageHasItsRuleATitleABadAndAGoodExample() throws IOException {
    var codes = new TreeSet<String>();
    for (Rule rule : Rules.ALL) {
      var info = rule.info();
      assertTrue(codes.add(info.code()), info.code() + " is there twice");
      var page = Page.of(info);
      assertTrue(
          page.text().startsWith("# " + info.code() + " " + info.name() + "\n"),
          info.code() + " has another title");
      for (String heading : List.of("## Why", "## Bad", "## Good")) {
        assertTrue(page.text().contains("\n" + heading), info.code() + " lacks " + heading);
      }
      assertTrue(
          page.blocks().stream().anyMatch(b -> b.info().equals("output")),
          info.code() + " shows no output");
    }
    try (var files = Files.list(PAGES)) {
      var pages = new TreeSet<String>();
      files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".md"))
          .forEach(f -> pages.add(f.replace(".md", "")));
      assertEquals(codes, pages);
    }
  }

  @Test
  void rulesAreInTheOrderOfTheirCodes() {
    var codes = Rules.ALL.stream().map(r -> r.info().code()).toList();
    assertEquals(codes.stream().sorted().toList(), codes);
    var names = Rules.ALL.stream().map(r -> r.info().name()).distinct().toList();
    assertEquals(codes.size(), names.size());
  }
}
