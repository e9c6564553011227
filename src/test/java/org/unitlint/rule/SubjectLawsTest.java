package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.source.DiskTree;
import org.unitlint.support.Shared;

/** Of a unit that is not among a rule's {@link Subject} the rule has nothing to say. */
class SubjectLawsTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("unitlint.basedir", "."), "testdata");
  private static final int MUTATIONS = 2_500;
  private static final int MOST_TOLD = 20;
  private static final long SEED = 252;
  private static final Pattern KEY = Pattern.compile("(?m)^[ \\t]*([A-Za-z]+)[ \\t]*=");
  private static final Pattern UNIT =
      Pattern.compile(
          ".*\\.("
              + String.join("|", Stream.of(UnitType.values()).map(UnitType::suffix).toList())
              + ")");

  /** The rules that are not about all units. */
  private static final List<UnitRule> LIMITED =
      Rules.ALL.stream()
          .filter(UnitRule.class::isInstance)
          .map(UnitRule.class::cast)
          .filter(r -> !r.subject().equals(Subject.ANY))
          .toList();

  /** How often each rule was left out, by its code. */
  private final Map<String, Integer> leftOut = new TreeMap<>();

  private final Set<String> broken = new TreeSet<>();

  /** Asks of all units of the machine all rules that would not be asked. */
  private void verify(String name, Machine machine) {
    verify(name, machine, LIMITED);
  }

  private void verify(String name, Machine machine, List<UnitRule> rules) {
    var units = machine.units();
    var facts = new Facts(machine, units);
    for (Unit unit : units) {
      if (!isRead(unit)) {
        continue;
      }
      for (UnitRule rule : rules) {
        if (!covers(rule, unit)) {
          leftOut.merge(rule.info().code(), 1, Integer::sum);
          rule.check(unit, facts)
              .forEach(
                  d -> broken.add(name + ", " + unit + ": " + d.rule().code() + " " + d.message()));
        }
      }
    }
  }

  private static boolean covers(UnitRule rule, Unit unit) {
    return rule.subject().covers(unit.name().type(), unit.settings().names());
  }

  private static boolean isRead(Unit unit) {
    return unit.state() == LoadState.LOADED
        || unit.state() == LoadState.BAD_SETTING
        || unit.state() == LoadState.NOT_FOUND && !unit.dropins().isEmpty();
  }

  private void holds() {
    assertEquals(List.of(), broken.stream().limit(MOST_TOLD).toList());
  }

  /** That nothing was said tells something only where each rule was left out. */
  private void holdsForAll(int least) {
    holds();
    var seldom = new TreeSet<String>();
    for (UnitRule rule : LIMITED) {
      if (leftOut.getOrDefault(rule.info().code(), 0) < least) {
        seldom.add(rule.info().code());
      }
    }
    assertEquals(Set.of(), seldom, "left out less than " + least + " times");
  }

  @Test
  void pagesOfAllRules() {
    pages().forEach(t -> verify(t.name(), t.machine()));
    holdsForAll(100);
  }

  private static Stream<PageTree> pages() {
    return Rules.ALL.stream().flatMap(r -> PageTree.of(r).stream()).filter(PageTree::hasFiles);
  }

  /** Each rule finds something among the units that it says it is about. */
  @Test
  void eachRuleFindsSomething() {
    for (UnitRule rule : LIMITED) {
      long found = PageTree.of(rule).stream().mapToLong(t -> found(rule, t.machine())).sum();
      assertTrue(found > 0, rule.info().code());
    }
  }

  private static long found(UnitRule rule, Machine machine) {
    var facts = new Facts(machine, machine.units());
    return machine.units().stream()
        .filter(u -> isRead(u) && covers(rule, u))
        .flatMap(u -> rule.check(u, facts))
        .count();
  }

  /** A bad example without the directives of its rule, or with each in another case. */
  @Test
  void pagesWithoutTheirDirectives() {
    var bereft = new HashSet<String>();
    for (UnitRule rule : LIMITED) {
      var directives = rule.subject().directives();
      for (PageTree tree : PageTree.of(rule)) {
        if (directives.isEmpty() || tree.shown().isEmpty()) {
          continue;
        }
        bereft.add(rule.info().code());
        for (String mark : List.of("#", "X-")) {
          verify(tree.name(), marked(tree, directives, mark).machine());
        }
        for (String directive : directives) {
          verify(tree.name(), marked(tree, Set.of(directive), "#").machine());
        }
      }
    }
    holds();
    assertEquals(
        LIMITED.stream().filter(r -> !r.subject().directives().isEmpty()).count(), bereft.size());
  }

  /** The tree with the mark before each line of one of the directives. */
  private static PageTree marked(PageTree tree, Set<String> directives, String mark) {
    var lines = Pattern.compile("(?m)^(?=[ \\t]*(?:" + String.join("|", directives) + ")[ \\t]*=)");
    return with(tree, b -> b.info(), b -> lines.matcher(b.body()).replaceAll(mark));
  }

  private static PageTree with(
      PageTree tree, Function<Page.Block, String> info, Function<Page.Block, String> body) {
    var blocks =
        tree.blocks().stream()
            .map(
                b ->
                    b.info().startsWith("ini ")
                        ? new Page.Block(
                            b.section(), info.apply(b), body.apply(b), b.first(), b.last())
                        : b)
            .toList();
    return new PageTree(tree.rule(), tree.heading(), blocks);
  }

  /** A bad example with, for each directive of its rule, all others that take such values. */
  @Test
  void pagesWithLikeDirectives() {
    for (UnitRule rule : LIMITED) {
      for (PageTree tree : PageTree.of(rule)) {
        for (String directive : tree.shown().isEmpty() ? Set.<String>of() : keys(tree)) {
          for (String other : like(directive)) {
            var renamed =
                with(tree, b -> b.info(), b -> renamed(b.body(), Set.of(directive), other));
            verify(tree.name() + " " + other, renamed.machine(), List.of(rule));
          }
        }
      }
    }
    holds();
  }

  private static Set<String> keys(PageTree tree) {
    var keys = new TreeSet<String>();
    for (Page.Block block : tree.blocks()) {
      if (block.info().startsWith("ini ")) {
        KEY.matcher(block.body()).results().map(m -> m.group(1)).forEach(keys::add);
      }
    }
    return keys;
  }

  /** The directives of a kind of values and a section that the directive has somewhere. */
  private static Set<String> like(String directive) {
    var like = new TreeSet<String>();
    for (String section : Catalog.standard().sections()) {
      Catalog.standard()
          .directive(section, directive)
          .ifPresent(
              d ->
                  Catalog.standard().directives(section).stream()
                      .filter(o -> base(o).equals(base(d)))
                      .forEach(o -> like.add(o.name())));
    }
    return like;
  }

  private static String base(Directive directive) {
    return directive.valueKind().split(":", 2)[0];
  }

  /** A bad example as units of each other type. */
  @Test
  void pagesOfOtherTypes() {
    for (UnitRule rule : LIMITED) {
      for (PageTree tree : PageTree.of(rule)) {
        for (UnitType type : tree.shown().isEmpty() ? new UnitType[0] : UnitType.values()) {
          var retyped = with(tree, b -> retyped(b.info(), type), b -> retitled(b, type));
          verify(tree.name() + " " + type, retyped.machine(), List.of(rule));
        }
      }
    }
    holds();
  }

  private static String retyped(String info, UnitType type) {
    return isUnit(info) ? info.substring(0, info.lastIndexOf('.') + 1) + type.suffix() : info;
  }

  /** The section of the old type becomes that of the new one, and commands those of any type. */
  private static String retitled(Page.Block block, UnitType type) {
    String info = block.info();
    if (!isUnit(info)) {
      return block.body();
    }
    var old = UnitType.ofSuffix(info.substring(info.lastIndexOf('.') + 1)).orElseThrow();
    return renamed(block.body(), Set.of("ExecStart", "ExecStop", "ExecReload"), "ExecStartPre")
        .replace("[" + old.section() + "]", "[" + type.section() + "]");
  }

  private static String renamed(String text, Set<String> directives, String other) {
    return lines(directives).matcher(text).replaceAll("$1" + other + "=");
  }

  private static Pattern lines(Set<String> directives) {
    return Pattern.compile("(?m)^([ \\t]*)(?:" + String.join("|", directives) + ")[ \\t]*=");
  }

  /** Lines that are dropped, renamed or put in another case, and units of another type. */
  @Test
  void mutations() {
    var random = new Random(SEED);
    var pages = pages().filter(t -> t.blocks().stream().anyMatch(b -> isUnit(b.info()))).toList();
    for (int i = 0; i < MUTATIONS; i++) {
      var tree = pages.get(random.nextInt(pages.size()));
      var changed =
          random.nextInt(4) == 0
              ? with(tree, b -> retyped(b.info(), any(random)), b -> b.body())
              : with(tree, b -> b.info(), b -> mutated(b.body(), random));
      verify(i + " " + tree.name(), changed.machine());
    }
    holdsForAll(1_000);
  }

  private static boolean isUnit(String info) {
    return info.startsWith("ini ") && UNIT.matcher(info).matches();
  }

  private static UnitType any(Random random) {
    return UnitType.values()[random.nextInt(UnitType.values().length)];
  }

  private static String mutated(String text, Random random) {
    var keys = KEY.matcher(text).results().toList();
    if (keys.isEmpty()) {
      return text;
    }
    var key = keys.get(random.nextInt(keys.size()));
    String name = key.group(1);
    String other =
        switch (random.nextInt(5)) {
          case 0 -> "#" + name;
          case 1 -> name.toLowerCase(Locale.ROOT);
          case 2 -> name.toUpperCase(Locale.ROOT);
          default -> NAMES.get(random.nextInt(NAMES.size()));
        };
    return text.substring(0, key.start(1)) + other + text.substring(key.end(1));
  }

  /** The names of all directives, those more often that rules are about. */
  private static final List<String> NAMES = names();

  private static List<String> names() {
    var names = new ArrayList<String>();
    Catalog.standard().directives().stream().map(Directive::name).distinct().forEach(names::add);
    LIMITED.forEach(r -> r.subject().directives().stream().sorted().forEach(names::add));
    return List.copyOf(names);
  }

  @Test
  void testdata() throws IOException {
    int machines = 0;
    try (Stream<Path> folders = Files.walk(TESTDATA)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        int version = Catalog.standard().newestVersion();
        if (isRoot(folder)) {
          machines++;
          verify(folder, Setup.machine(Scope.SYSTEM, version));
        } else if (hasUnits(folder)) {
          machines++;
          verify(folder, Setup.folders(Scope.SYSTEM, version, List.of("/")));
        }
      }
    }
    assertTrue(machines > 100, machines + " machines");
    holds();
  }

  private static boolean isRoot(Path folder) {
    return Stream.of("etc/systemd", "usr/lib/systemd", "lib/systemd")
        .anyMatch(f -> Files.isDirectory(folder.resolve(f)));
  }

  private static boolean hasUnits(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(f -> UNIT.matcher(f.getFileName().toString()).matches());
    }
  }

  private void verify(Path folder, Setup setup) {
    verify(folder.toString(), new Machine(new DiskTree(folder), setup));
  }

  @Test
  @Tag("differential")
  void filesOfManyPeople() {
    for (Path folder : Shared.folders("corpus/units")) {
      for (int version : List.of(219, 252, Catalog.standard().newestVersion())) {
        verify(folder, Setup.folders(Scope.SYSTEM, version, List.of("/")));
      }
    }
    holdsForAll(1);
  }

  @Test
  @Tag("differential")
  void wholeMachines() throws IOException, InterruptedException {
    for (String tree : List.of("minimal", "server", "lab-01", "lab-02", "lab-03", "lab-04")) {
      verify(Shared.tree(tree), Setup.machine(Scope.SYSTEM, 252));
      verify(Shared.tree(tree), Setup.machine(Scope.USER, 252));
    }
    holdsForAll(1);
  }

  /** What no unit of the type can set would leave its rule out for ever. */
  @Test
  void directivesAreThoseOfTheTypes() {
    for (UnitRule rule : LIMITED) {
      var known = new HashSet<String>();
      var types = rule.subject().types();
      for (UnitType type : types.isEmpty() ? Set.of(UnitType.values()) : types) {
        names(type).forEach(known::add);
      }
      var unknown = new TreeSet<>(rule.subject().directives());
      unknown.removeAll(known);
      assertEquals(Set.of(), unknown, rule.info().code());
    }
  }

  private static Stream<String> names(UnitType type) {
    return Catalog.standard().sections(type).stream()
        .flatMap(s -> Catalog.standard().directives(s).stream())
        .map(Directive::name);
  }

  @Test
  void onlySomeTypesRunCommands() {
    var running = new TreeSet<UnitType>();
    for (UnitType type : UnitType.values()) {
      boolean runs =
          Catalog.standard().directives(type.section()).stream()
              .anyMatch(d -> d.valueKind().equals("exec-command"));
      if (runs) {
        running.add(type);
      }
    }
    assertEquals(running, new TreeSet<>(Subject.COMMANDS.types()));
  }
}
