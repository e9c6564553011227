package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.unitlint.source.Utf8;

/**
 * The golden cases of {@code testdata/rules}: a folder for each group of codes, in it a tree for
 * each rule, which is the first bad one of its page. {@code -Dgolden=update} makes them anew; then
 * let GoldenTest write what the program says of them.
 */
class RuleCasesTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("unitlint.basedir", "."), "testdata");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final String EXPECTED = "expected.txt";

  @Test
  void casesAreThoseOfThePages() throws IOException, InterruptedException {
    var fresh = Files.createTempDirectory("rules");
    var stored = TESTDATA.resolve("rules");
    try {
      for (var group : groups().entrySet()) {
        write(fresh.resolve(group.getKey()), group.getValue());
      }
      var actual = files(fresh);
      var written = files(stored);
      if (UPDATE && !actual.equals(written)) {
        replace(stored, fresh);
        fail("rewritten, read it: " + stored);
      }
      assertEquals(actual, written);
    } finally {
      Folders.delete(fresh);
    }
  }

  /** The trees by the first signs of the rule's code, and by the options that they need. */
  private static Map<String, List<PageTree>> groups() {
    var groups = new TreeMap<String, List<PageTree>>();
    for (Rule rule : Rules.ALL) {
      tree(rule)
          .ifPresent(
              t -> {
                String name =
                    rule.info().code().substring(0, 2)
                        + t.asked().stream()
                            .map(o -> o.replaceAll("^--(target-version=)?", "-"))
                            .collect(Collectors.joining());
                groups.computeIfAbsent(name, n -> new ArrayList<>()).add(t);
              });
    }
    return groups;
  }

  /** The first bad tree that a repository can hold, one without options before others. */
  private static Optional<PageTree> tree(Rule rule) {
    return PageTree.of(rule).stream()
        .filter(t -> t.isStorable() && !t.shown().isEmpty())
        .min(Comparator.comparingInt(t -> t.asked().size()));
  }

  private static void write(Path group, List<PageTree> trees)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("check", "--hints"));
    words.addAll(trees.get(0).asked());
    String family = trees.get(0).rule().info().code().substring(0, 2);
    var others =
        RuleCoverageTest.ABOUT_ABSENCE.stream().filter(c -> !c.startsWith(family)).sorted();
    words.add("--ignore=" + others.collect(Collectors.joining(",")));
    for (PageTree tree : trees) {
      String code = tree.rule().info().code();
      tree.write(group.resolve(code));
      words.add(tree.start(code));
    }
    Files.writeString(group.resolve("command"), String.join(" ", words) + "\n");
  }

  /** What each file and link below the folder is, but for what the program says. */
  private static Map<String, String> files(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (Path path : all.filter(p -> !p.endsWith(EXPECTED)).toList()) {
          String name = folder.relativize(path).toString();
          if (Files.isSymbolicLink(path)) {
            files.put(name, "-> " + Files.readSymbolicLink(path));
          } else if (Files.isRegularFile(path)) {
            files.put(name, Files.isExecutable(path) + " " + text(path));
          }
        }
      }
    }
    return files;
  }

  private static String text(Path file) throws IOException {
    return Utf8.decode(Files.readAllBytes(file));
  }

  /** Puts the trees in place of the old ones, but keeps what the program says of them. */
  private static void replace(Path stored, Path fresh) throws IOException, InterruptedException {
    var said = new TreeMap<String, String>();
    for (String group : groups().keySet()) {
      var expected = stored.resolve(group).resolve(EXPECTED);
      if (Files.exists(expected)) {
        said.put(group, Files.readString(expected));
      }
    }
    Folders.delete(stored);
    Files.createDirectories(stored);
    for (var group : groups().entrySet()) {
      write(stored.resolve(group.getKey()), group.getValue());
      if (said.containsKey(group.getKey())) {
        Files.writeString(
            stored.resolve(group.getKey()).resolve(EXPECTED), said.get(group.getKey()));
      }
    }
  }

  @Test
  void everyRuleIsInACase() throws IOException {
    var codes = new TreeSet<String>();
    Rules.ALL.stream().filter(r -> tree(r).isPresent()).forEach(r -> codes.add(r.info().code()));
    try (var files = Files.walk(TESTDATA)) {
      for (Path file : files.filter(f -> f.endsWith(EXPECTED)).toList()) {
        String text = Files.readString(file);
        codes.removeIf(c -> text.contains("[" + c + "]"));
      }
    }
    assertEquals(new TreeSet<String>(), codes, "in no expected.txt");
  }
}
