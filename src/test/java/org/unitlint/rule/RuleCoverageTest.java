package org.unitlint.rule;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.support.Json;
import org.unitlint.support.Run;

/**
 * Rules get along with each other: with all of them on, the program finds in a page's bad trees
 * what the page shows, in its good trees nothing worth a warning, and never two mistakes in one
 * place.
 */
class RuleCoverageTest {
  private static final Set<String> GRAVE = Set.of("error", "warning");

  /** What is missing; a page shows a part of a machine, where much is. */
  static final Set<String> ABOUT_ABSENCE =
      Set.of(
          "D301", "D302", "D303", "D351", "L201", "U302", "U304", "X150", "X211", "X220", "X316");

  /** What other rules find in a tree that is there to show that they do. */
  private static final Map<String, Set<String>> ON_PURPOSE =
      Map.ofEntries(
          entry("D301 Good", Set.of("D330")),
          entry("D302 Good", Set.of("D332")),
          entry("D305 Good: comments and specifiers are told elsewhere", Set.of("S012", "U306")),
          entry("S001 Good: broken, but a unit", Set.of("S003")),
          entry("S001 Good: empty or all comment", Set.of("U201")),
          entry("S012 Good: a value that is wrong anyway", Set.of("U413")),
          entry("S004 Good: explained by another rule", Set.of("S009")),
          entry("U105 Good: a misspelt name", Set.of("U104")),
          entry("U201 Good: another rule tells", Set.of("U103", "U301")),
          entry("U220 Good: another rule tells", Set.of("U406")),
          entry("U209 Good: another rule tells", Set.of("U440")));

  @TestFactory
  Stream<DynamicTest> everyTree() {
    return Rules.ALL.stream()
        .flatMap(r -> PageTree.of(r).stream())
        .filter(PageTree::hasFiles)
        .map(t -> dynamicTest(t.name(), () -> verify(t)));
  }

  @Test
  void whatIsOnPurposeIsThere() {
    var names = Rules.ALL.stream().flatMap(r -> PageTree.of(r).stream()).map(PageTree::name);
    var unknown = new TreeSet<>(ON_PURPOSE.keySet());
    unknown.removeAll(names.toList());
    assertEquals(Set.of(), unknown);
  }

  private static void verify(PageTree tree) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("page");
    try {
      tree.write(folder.resolve("root"));
      assumeFalse(isAboveLaw(folder), "nothing is unreadable for root");
      var found = found(tree, folder);
      var others = new ArrayList<String>();
      found.stream().filter(f -> isStrange(f, tree, found)).forEach(f -> others.add(text(f)));
      assertEquals(List.of(), others, tree.name() + " shows other rules");
      var own = new HashSet<PageTree.Shown>();
      found.forEach(f -> own.add(shown(f)));
      var missing = tree.shown().stream().filter(s -> !own.contains(s)).toList();
      assertEquals(List.of(), missing, tree.name() + " does not show");
    } finally {
      Folders.delete(folder);
    }
  }

  /** Whether the user reads files that nobody may read. */
  private static boolean isAboveLaw(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .anyMatch(f -> permissions(f).isEmpty() && Files.isReadable(f));
    }
  }

  private static Set<?> permissions(Path file) {
    try {
      return Files.getPosixFilePermissions(file);
    } catch (IOException e) {
      return Set.of("unknown");
    }
  }

  private static List<Map<String, Object>> found(PageTree tree, Path folder) throws IOException {
    var words = new ArrayList<>(List.of("check", "--hints", "--format=json"));
    words.addAll(tree.command("root"));
    var run = Run.in(folder, words.toArray(String[]::new));
    assertFalse(run.out().isEmpty(), () -> tree.name() + ": " + run.err());
    var findings = new ArrayList<Map<String, Object>>();
    for (Object finding : Json.list(Json.object(Json.parse(run.out())).get("findings"))) {
      findings.add(new HashMap<>(Json.object(finding)));
    }
    for (Map<String, Object> finding : findings) {
      finding.computeIfPresent("file", (k, f) -> f.toString().replaceFirst("^root/", ""));
    }
    return findings;
  }

  /** Whether a finding is not to be in the tree: in a good one any, in a bad one a second. */
  private static boolean isStrange(
      Map<String, Object> finding, PageTree tree, List<Map<String, Object>> all) {
    boolean bad = !tree.shown().isEmpty();
    return counts(finding, tree)
        && (!bad
            || all.stream()
                .filter(f -> counts(f, tree) && overlap(f, finding))
                .anyMatch(f -> !f.get("rule").equals(finding.get("rule"))));
  }

  private static boolean counts(Map<String, Object> finding, PageTree tree) {
    String code = finding.get("rule").toString();
    boolean absent = ABOUT_ABSENCE.contains(code) && !code.equals(tree.rule().info().code());
    return GRAVE.contains(finding.get("severity").toString())
        && !absent
        && !ON_PURPOSE.getOrDefault(tree.name(), Set.of()).contains(code);
  }

  private static boolean overlap(Map<String, Object> a, Map<String, Object> b) {
    return a.get("file").equals(b.get("file"))
        && number(a, "line") == number(b, "line")
        && number(a, "column") < end(b)
        && number(b, "column") < end(a);
  }

  /** The column behind the finding, as far as its first line goes. */
  private static int end(Map<String, Object> finding) {
    boolean one = number(finding, "line") == number(finding, "endLine");
    int end = one ? number(finding, "endColumn") : Integer.MAX_VALUE;
    return Math.max(end, number(finding, "column") + 1);
  }

  private static PageTree.Shown shown(Map<String, Object> finding) {
    return new PageTree.Shown(
        finding.get("rule").toString(),
        finding.get("message").toString(),
        finding.get("file").toString(),
        number(finding, "line"),
        number(finding, "column"));
  }

  private static int number(Map<String, Object> finding, String field) {
    return ((Number) finding.getOrDefault(field, 0)).intValue();
  }

  private static String text(Map<String, Object> finding) {
    return finding.get("severity")
        + "["
        + finding.get("rule")
        + "] "
        + finding.get("file")
        + ":"
        + finding.get("line")
        + ":"
        + finding.get("column")
        + ": "
        + finding.get("message");
  }
}
