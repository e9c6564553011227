package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.rule.Linter;
import org.unitlint.rule.Page;
import org.unitlint.rule.Rule;
import org.unitlint.rule.Rules;
import org.unitlint.source.EditedTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Utf8;
import org.unitlint.support.Shared;

/**
 * What holds for fixes of any files: a changed file has fewer findings, no file has new errors or
 * warnings, and fixing once more changes nothing.
 */
class FixerLawsTest {
  private static final String FOLDER = "/etc/systemd/system";
  private static final int MUTATIONS = Integer.getInteger("unitlint.mutations", 120);
  private static final int UNITS_A_MACHINE = 4;
  private static final long SEED = 252;

  @TestFactory
  Stream<DynamicTest> examplesOfAllPages() {
    return Rules.ALL.stream()
        .map(r -> dynamicTest(r.info().code(), () -> trees(r).forEach(FixerLawsTest::holds)));
  }

  /** One tree for each heading of the rule's page, and the same with lines that end in CR LF. */
  private static List<MemoryTree> trees(Rule rule) {
    var trees = new ArrayList<MemoryTree>();
    for (boolean crlf : List.of(false, true)) {
      var bySection = new LinkedHashMap<String, MemoryTree>();
      for (Page.Block block : Page.of(rule.info()).blocks()) {
        var tree = bySection.computeIfAbsent(block.section(), s -> new MemoryTree());
        String[] words = block.info().split(" +", 2);
        if (words[0].equals("program")) {
          tree.program("/" + words[1]);
        } else if (words[0].equals("ini") || words[0].equals("conf")) {
          tree.file("/" + words[1], crlf ? block.body().replace("\n", "\r\n") : block.body());
        } else if (words[0].equals("link")) {
          String[] ends = words[1].split(" -> ");
          tree.link("/" + ends[0], ends[1]);
        }
      }
      trees.addAll(bySection.values());
    }
    return trees;
  }

  @Test
  void mutations() throws IOException {
    var seeds = seeds();
    var random = new Random(SEED);
    for (int done = 0; done < MUTATIONS; done += UNITS_A_MACHINE) {
      var tree = new MemoryTree().folder(FOLDER);
      for (int i = 0; i < UNITS_A_MACHINE; i++) {
        var seed = seeds.get(random.nextInt(seeds.size()));
        String text = mutated(seed.text, random);
        String name = "u" + i + (random.nextInt(4) == 0 ? "@." : ".") + seed.type;
        if (random.nextInt(4) == 0) {
          tree.file(FOLDER + "/" + name, "[Service]\nExecStart=/bin/true\n");
          name += ".d/x.conf";
        }
        tree.file(FOLDER + "/" + name, Utf8.encode(text), false);
      }
      holds(tree);
    }
  }

  /** A unit file, and the type of unit that it is for. */
  private record Seed(String type, String text) {}

  private static List<Seed> seeds() {
    var seeds = new ArrayList<Seed>();
    for (Rule rule : Rules.ALL) {
      Page.of(rule.info()).blocks().stream()
          .filter(b -> b.info().startsWith("ini "))
          .forEach(b -> seeds.add(new Seed(type(b.info()), b.body())));
    }
    return seeds;
  }

  private static String type(String path) {
    String suffix = path.substring(path.lastIndexOf('.') + 1);
    return UnitType.ofSuffix(suffix).isPresent() ? suffix : "service";
  }

  /** Slips as people make them: letters lost, added, swapped; lines lost, doubled, moved. */
  private static String mutated(String text, Random random) {
    var mutant = new StringBuilder(text);
    for (int n = random.nextInt(5); n > 0 && mutant.length() > 2; n--) {
      int at = random.nextInt(mutant.length() - 1);
      switch (random.nextInt(8)) {
        case 0 -> mutant.deleteCharAt(at);
        case 1 -> mutant.insert(at, mutant.charAt(at));
        case 2 -> mutant.insert(at, mutant.charAt(at + 1)).deleteCharAt(at + 2);
        case 3 -> mutant.insert(at, "%\\\"'=[]@:-+!;# \n\uDCE9".charAt(random.nextInt(17)));
        case 4 -> mutant.setCharAt(at, Character.toUpperCase(mutant.charAt(at)));
        case 5 -> mutant.insert(line(mutant, at), line(text, random));
        case 6 -> {
          int start = line(mutant, at);
          int end = mutant.indexOf("\n", start);
          mutant.delete(start, end < 0 ? mutant.length() : end + 1);
        }
        default -> mutant.insert(mutant.length(), line(text, random));
      }
    }
    String ended =
        random.nextInt(5) == 0 ? mutant.toString().replace("\n", "\r\n") : mutant.toString();
    String bare = random.nextInt(5) == 0 ? ended.stripTrailing() : ended;
    return random.nextInt(10) == 0 ? "\uFEFF" + bare : bare;
  }

  private static int line(CharSequence text, int at) {
    return text.toString().lastIndexOf('\n', at - 1) + 1;
  }

  private static String line(String text, Random random) {
    var lines = text.lines().toList();
    return lines.get(random.nextInt(lines.size())) + "\n";
  }

  @Test
  @Tag("differential")
  void filesOfManyPeople() throws IOException {
    var folder = Shared.path("corpus/units");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String path = FOLDER + "/" + file.getFileName();
        holds(new MemoryTree().file(path, bytes, false));
        holds(
            new MemoryTree()
                .file(path, Utf8.decode(bytes).replace("\r", "").replace("\n", "\r\n")));
      }
    }
  }

  private static void holds(MemoryTree tree) {
    holds(tree, false, false);
    holds(tree, true, true);
  }

  private static void holds(MemoryTree tree, boolean whole, boolean unsafe) {
    var setup =
        whole
            ? Setup.machine(Scope.SYSTEM, 256)
            : Setup.folders(Scope.SYSTEM, 256, List.of(FOLDER));
    var fixed = fixed(tree, setup, unsafe);
    assertEquals(fixed.changes().isEmpty(), fixed.fixes().isEmpty());
    if (fixed.changes().isEmpty()) {
      return;
    }
    var after = new TreeMap<String, byte[]>();
    fixed.changes().forEach(c -> after.put(c.path(), c.after()));
    var edited = new EditedTree(tree, after);
    String story = story(fixed);
    isBetter(counts(look(tree, setup)), counts(look(edited, setup)), fixed, story);
    fixed.changes().stream()
        .filter(c -> c.path().startsWith(FOLDER))
        .forEach(c -> keepsItsForm(Utf8.decode(c.before()), Utf8.decode(c.after())));
    var again = fixed(edited, setup, unsafe);
    assertEquals("", story(again), story);
  }

  private static Fixer.Fixed fixed(FileTree tree, Setup setup, boolean unsafe) {
    try {
      return new Fixer(tree, t -> look(t, setup), unsafe, (machine, path) -> true).fix();
    } catch (Trouble e) {
      throw new AssertionError(e);
    }
  }

  private static List<Seen> look(FileTree tree, Setup setup) {
    var machine = new Machine(tree, setup);
    var found = new Linter(machine, Rules.ALL).check(path -> true).diagnostics();
    return found.stream()
        .filter(d -> d.severity().atLeast(Severity.INFO))
        .map(d -> new Seen(d, machine))
        .toList();
  }

  private static Map<String, Map<String, Integer>> counts(List<Seen> found) {
    var counts = new HashMap<String, Map<String, Integer>>();
    for (Seen seen : found) {
      var finding = seen.finding();
      String file = "/" + finding.place().source().name();
      var ofFile = counts.computeIfAbsent(file, f -> new TreeMap<>());
      ofFile.merge("all", 1, Integer::sum);
      if (finding.severity().atLeast(Severity.WARNING)) {
        ofFile.merge(finding.rule().code(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static void isBetter(
      Map<String, Map<String, Integer>> before,
      Map<String, Map<String, Integer>> after,
      Fixer.Fixed fixed,
      String story) {
    after.forEach(
        (file, counts) ->
            counts.forEach(
                (rule, count) ->
                    assertTrue(
                        rule.equals("all")
                            || count <= before.getOrDefault(file, Map.of()).getOrDefault(rule, 0),
                        () -> file + " has more of " + rule + "\n" + story)));
    for (var change : fixed.changes()) {
      int was = before.getOrDefault(change.path(), Map.of()).getOrDefault("all", 0);
      int is = after.getOrDefault(change.path(), Map.of()).getOrDefault("all", 0);
      assertTrue(is < was, () -> change.path() + " is no better\n" + story);
    }
  }

  /** A unit file keeps its byte order mark and line ends, which xinetd cannot read. */
  private static void keepsItsForm(String before, String after) {
    assertEquals(before.startsWith("\uFEFF"), after.startsWith("\uFEFF"), after);
    if (before.contains("\r\n") && !before.replace("\r\n", "").contains("\n")) {
      assertFalse(after.replace("\r\n", "").contains("\n"), after);
    }
    if (!before.contains("\r")) {
      assertFalse(after.contains("\r"), after);
    }
    if (!before.isEmpty() && !before.endsWith("\n") && !after.isEmpty()) {
      assertFalse(after.endsWith("\n"), before + "\n---\n" + after);
    }
  }

  private static String story(Fixer.Fixed fixed) {
    var story = new StringBuilder();
    for (var change : fixed.changes()) {
      story.append("--- ").append(change.path()).append('\n').append(Utf8.decode(change.before()));
      story.append("\n+++\n").append(Utf8.decode(change.after())).append('\n');
    }
    return story.toString();
  }
}
