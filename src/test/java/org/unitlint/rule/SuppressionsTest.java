package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;

/** Which findings a comment keeps silent, and what is said about the comment. */
class SuppressionsTest {
  private static List<String> found(String... lines) {
    return found(Rules.ALL, (rule, path) -> Level.OWN, lines);
  }

  private static List<String> found(List<Rule> rules, Control control, String... lines) {
    var tree = new MemoryTree().file("/clock.service", String.join("\n", lines));
    var setup = Setup.folders(Scope.SYSTEM, 257, List.of("/"));
    return new Linter(new Machine(tree, setup), rules, control)
        .check(path -> true).diagnostics().stream()
            .filter(d -> d.rule().code().matches("S02.|U104|U214"))
            .map(d -> d.rule().code() + ":" + d.place().line())
            .toList();
  }

  /** A service, with the lines behind the header. */
  private static List<String> service(String... lines) {
    var all = new String[lines.length + 2];
    all[0] = "[Service]";
    all[1] = "ExecStart=/bin/true";
    System.arraycopy(lines, 0, all, 2, lines.length);
    return found(all);
  }

  @Test
  void theNextLineIsSilent() {
    assertEquals(List.of("U104:3"), service("Fo=1"));
    assertEquals(List.of(), service("# unitlint: ignore=U104", "Fo=1"));
    assertEquals(List.of("U104:5"), service("# unitlint: ignore=U104", "Fo=1", "Fo=2"));
    assertEquals(List.of("U104:3", "S021:4"), service("Fo=1", "# unitlint: ignore=U104"));
  }

  @Test
  void formsThatAreRight() {
    for (String form :
        List.of(
            "# unitlint: ignore=U104 -- because",
            "; unitlint: ignore=unknown-directive",
            "  #unitlint:ignore = U104 --because",
            "## unitlint : ignore=u104",
            "# unitlint: ignore=S020,  U104 ,U104 unknown-directive, -- a, b -- c",
            "# unitlint: ignore-file = U104")) {
      assertEquals(
          form.contains("S020") ? List.of("S021:3") : List.of(), service(form, "Fo=1"), form);
    }
  }

  @Test
  void commentsAndBlankLinesBetweenAreFine() {
    assertEquals(List.of(), service("# unitlint: ignore=U104", "", "# of the tower", "  ", "Fo=1"));
    assertEquals(
        List.of(), service("# unitlint: ignore=U104", "# unitlint: ignore=U104 -- twice", "Fo=1"));
  }

  @Test
  void continuedLinesAreOne() {
    assertEquals(List.of(), service("# unitlint: ignore=U104", "Fo=1 \\", "  2 \\", "  3"));
    assertEquals(
        List.of(), service("Fo=1 \\", "  # unitlint: ignore=U104 -- inside", "  2", "Nice=1"));
    assertEquals(List.of("U104:6"), service("Fo=1 \\", "# unitlint: ignore=U104", "  2", "Fo=1"));
    assertEquals(List.of(), service("Fo=1 \\", "  2 \\", "; unitlint: ignore=U104"));
  }

  @Test
  void whatLooksLikeACommentInAValueIsNone() {
    assertEquals(List.of("U104:3"), service("Fo=# unitlint: ignore=U104"));
  }

  @Test
  void wholeFilesAreSilentWhereverTheCommentStands() {
    assertEquals(List.of(), service("Fo=1", "Fo=2", "# unitlint: ignore-file=U104"));
    assertEquals(
        List.of(),
        found("# unitlint: ignore-file=U104", "[Service]", "ExecStart=/bin/true", "Fo=1"));
  }

  @Test
  void headersHaveSuppressionsToo() {
    var tree =
        new MemoryTree()
            .file(
                "/clock.service",
                """
                [Unit]
                Description=Clock
                Documentation=man:clock(8)
                [Service]
                ExecStart=/a
                # unitlint: ignore=U101
                [Foo]
                """);
    var setup = Setup.folders(Scope.SYSTEM, 257, List.of("/"));
    var result = new Linter(new Machine(tree, setup), Rules.ALL).check(path -> true);
    assertEquals(List.of(), result.diagnostics());
  }

  @Test
  void findingsWithoutALineAreOfTheFile() {
    for (String comment : List.of("# unitlint: ignore=L203", "# unitlint: ignore-file=L203")) {
      var tree =
          new MemoryTree()
              .file("/etc/systemd/system/a+b.service", comment + "\n[Service]\nExecStart=/a\n");
      var rules = List.of(rule("L203"));
      var setup = Setup.machine(Scope.SYSTEM, 257);
      var found = new Linter(new Machine(tree, setup), rules).check(path -> true).diagnostics();
      assertEquals(comment.contains("file") ? 0 : 1, found.size(), found.toString());
    }
  }

  @Test
  void suppressionsOfSuppressions() {
    assertEquals(List.of("S020:3"), service("# unitlint: ignore=X1"));
    assertEquals(
        List.of(), service("# unitlint: ignore=X1", "# unitlint: ignore-file=S020 -- of later"));
    assertEquals(List.of("S021:3"), service("# unitlint: ignore=U104", "Nice=1"));
    assertEquals(
        List.of(), service("# unitlint: ignore-file=S021", "# unitlint: ignore=U104", "Nice=1"));
    assertEquals(List.of(), service("# unitlint: ignore-file=unused-suppression"));
    assertEquals(
        List.of(), service("# unitlint: ignore-file=S022", "# unitlint: whatever", "Nice=1"));
  }

  @Test
  void rulesThatAreOffAreNotJudged() {
    Control off = (rule, path) -> rule.code().equals("U104") ? Level.OFF : Level.OWN;
    String[] lines = {"[Service]", "ExecStart=/bin/true", "# unitlint: ignore=U104", "Nice=1"};
    assertEquals(List.of(), found(Rules.ALL, off, lines));
    assertEquals(List.of("S021:3"), found(lines));
  }

  @Test
  void rulesThatNobodyAskedForAreJudgedAllTheSame() {
    var rules = List.of(rule("S021"));
    Control only = (rule, path) -> rule.code().equals("S021") ? Level.OWN : Level.UNASKED;
    String[] lines = {"[Service]", "ExecStart=/bin/true", "# unitlint: ignore=U104", "Nice=1"};
    assertEquals(List.of("S021:3"), found(rules, only, lines));
    lines[3] = "Fo=1";
    assertEquals(List.of(), found(rules, only, lines));
  }

  @Test
  void levelsChangeSeverities() {
    var tree =
        new MemoryTree()
            .file(
                "/clock.service",
                """
                [Unit]
                Description=Clock
                Documentation=man:clock(8)
                [Service]
                ExecStart=/a
                Fo=1
                """);
    var setup = Setup.folders(Scope.SYSTEM, 257, List.of("/"));
    for (Level level : List.of(Level.ERROR, Level.HINT)) {
      var found =
          new Linter(new Machine(tree, setup), Rules.ALL, (rule, path) -> level)
              .check(path -> true)
              .diagnostics();
      assertEquals(List.of(level.word()), found.stream().map(d -> d.severity().word()).toList());
    }
  }

  @Test
  void fixesTakeWhatIsUnusedAway() {
    assertEquals("[Service]\nNice=1\n", fixed("# unitlint: ignore=U104 -- x\n"));
    assertEquals(
        "[Service]\n# unitlint: ignore=U1 -- x\nNice=1\n",
        fixed("# unitlint: ignore=U104, U1, U214 -- x\n"));
    assertEquals(
        "[Service]\n# unitlint: ignore=U1\nNice=1\n", fixed("# unitlint: ignore=U104,U101 , U1\n"));
    assertEquals(
        "[Service]\n# unitlint: ignore=U1\nNice=1\n", fixed("# unitlint: ignore=U1, U104, U101\n"));
    assertEquals(
        "[Service]\n# unitlint: ignore=U214\nNice=1\n",
        fixed("# unitlint: ignore U214\n"),
        "S022 is mended first");
    assertEquals(
        "[Service]\n# unitlint: ignore-file=U214,U104\nNice=1\n",
        fixed("# unitlint: ignorefile[U214, U104]\n"));
  }

  /** A service with the comment and a line without a finding, all safe fixes of S02x applied. */
  private static String fixed(String comment) {
    String text = "[Service]\n" + comment + "Nice=1\n";
    var tree = new MemoryTree().file("/clock.service", text);
    var setup = Setup.folders(Scope.SYSTEM, 257, List.of("/"));
    var rules = List.of(rule("S020"), rule("S021"), rule("S022"));
    var edits =
        new Linter(new Machine(tree, setup), rules)
            .check(path -> true).diagnostics().stream()
                .flatMap(d -> d.fixes().stream())
                .filter(f -> f.safe())
                .flatMap(f -> f.edits().stream())
                .sorted((a, b) -> b.place().span().start() - a.place().span().start())
                .toList();
    var fixed = new StringBuilder(text);
    edits.forEach(e -> fixed.replace(e.place().span().start(), e.place().span().end(), e.text()));
    return fixed.toString();
  }

  private static Rule rule(String code) {
    return Rules.find(code).orElseThrow();
  }

  @Test
  void manySuppressionsTakeNoTime() {
    var lines = new String[20_002];
    Arrays.fill(lines, "# unitlint: ignore=U104,U214");
    lines[0] = "[Service]";
    lines[lines.length - 1] = "Fo=1";
    assertEquals(100, found(lines).size());
  }

  @Test
  void everyRuleCanBeNamed() {
    for (Rule rule : Rules.ALL) {
      RuleInfo info = rule.info();
      assertEquals(info, Rules.find(info.name()).orElseThrow().info());
    }
  }
}
