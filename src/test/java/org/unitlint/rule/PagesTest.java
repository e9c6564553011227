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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.report.CheckFormat;
import org.unitlint.report.Findings;
import org.unitlint.report.Palette;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.Utf8;

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
    var page = Page.of(rule.info());
    var sections = new LinkedHashMap<String, List<Page.Block>>();
    page.blocks()
        .forEach(b -> sections.computeIfAbsent(b.section(), s -> new ArrayList<>()).add(b));
    return sections.entrySet().stream()
        .map(e -> dynamicTest(rule.info().code() + " " + e.getKey(), () -> run(rule, e)));
  }

  private static void run(Rule rule, Map.Entry<String, List<Page.Block>> example)
      throws IOException {
    var tree = new MemoryTree();
    var options = new TreeSet<String>();
    Page.Block expected = null;
    for (Page.Block block : example.getValue()) {
      String[] words = block.info().split(" +", 2);
      switch (words[0]) {
        case "output" -> expected = block;
        case "options" -> options.addAll(List.of(block.body().strip().split("\\s+")));
        case "text" -> {}
        case "link" -> {
          String[] ends = words[1].split(" -> ");
          tree.link("/" + ends[0], ends[1]);
        }
        case "program" -> {
          if (block.body().isEmpty()) {
            tree.program("/" + words[1]);
          } else {
            tree.file("/" + words[1], Utf8.encode(block.body()), true);
          }
        }
        case "folder" -> tree.folder("/" + words[1]);
        case "special" -> tree.node("/" + words[1], new Node(Node.Kind.SPECIAL, 0, false, ""));
        case "unreadable" ->
            tree.node("/" + words[1], new Node(Node.Kind.UNREADABLE, 0, false, ""));
        case "large" ->
            tree.file("/" + words[1], block.body())
                .node("/" + words[1], Node.file(17 << 20, false));
        default -> tree.file("/" + words[1], block.body());
      }
    }
    String actual = print(rule, tree, options);
    if (UPDATE && expected != null && !actual.equals(expected.body())) {
      rewrite(rule, expected, actual);
      fail("rewritten, read it: " + rule.info().code() + " " + example.getKey());
    }
    assertEquals(expected == null ? "" : expected.body(), actual);
  }

  private static String print(Rule rule, MemoryTree tree, TreeSet<String> options)
      throws IOException {
    int version = Catalog.standard().newestVersion();
    for (String option : options) {
      if (option.startsWith("--target-version=")) {
        version = Integer.parseInt(option.substring(option.indexOf('=') + 1));
      }
    }
    var scope = options.contains("--user") ? Scope.USER : Scope.SYSTEM;
    var setup =
        options.contains("--folder")
            ? Setup.folders(scope, version, isXinetd(tree) ? List.of() : List.of("/"))
            : Setup.machine(scope, version);
    var result = new Linter(new Machine(tree, setup), List.of(rule)).check(path -> true);
    var out = new StringWriter();
    CheckFormat.PRETTY
        .report(Palette.PLAIN)
        .write(new Findings(result.diagnostics(), result.files(), result.units()), out);
    return out.toString();
  }

  private static boolean isXinetd(MemoryTree tree) {
    return tree.node("/etc/xinetd.conf").is(Node.Kind.FILE);
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
