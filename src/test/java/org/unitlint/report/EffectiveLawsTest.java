package org.unitlint.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.catalog.Catalog;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.FatalValue;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.host.effective.Defaults;
import org.unitlint.host.effective.EffectiveUnit;
import org.unitlint.host.effective.GivenDefault;
import org.unitlint.host.effective.Line;
import org.unitlint.host.effective.Verdict;
import org.unitlint.source.DiskTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.support.Json;

/** What holds for every unit as systemd sees it: of all roots in testdata, and of hard cases. */
class EffectiveLawsTest {
  private static final int NEWEST = Catalog.standard().newestVersion();
  private static final Path TESTDATA =
      Path.of(System.getProperty("unitlint.basedir", "."), "testdata");

  @TestFactory
  Stream<DynamicTest> aMergedFileSaysTheSame() throws IOException {
    return everyRoot(
        machine -> {
          for (Unit unit : machine.units()) {
            if (unit.isLoaded()) {
              saysTheSame(machine, unit);
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> linesThatCountAreThoseOfTheSettings() throws IOException {
    return everyRoot(machine -> machine.units().forEach(u -> countsAsSettings(machine, u)));
  }

  @TestFactory
  Stream<DynamicTest> textAndJsonTellTheSame() throws IOException {
    return everyRoot(EffectiveLawsTest::tellTheSame);
  }

  private static Stream<DynamicTest> everyRoot(Consumer<Machine> law) throws IOException {
    try (var folders = Files.walk(TESTDATA, 3)) {
      return folders
          .filter(f -> f.endsWith("root") && Files.isDirectory(f.resolve("etc")))
          .sorted()
          .toList()
          .stream()
          .flatMap(f -> Stream.of(NEWEST, 252, 215).map(v -> test(f, v, law)));
    }
  }

  private static DynamicTest test(Path root, int version, Consumer<Machine> law) {
    var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, version));
    return dynamicTest(TESTDATA.relativize(root) + " " + version, () -> law.accept(machine));
  }

  private static EffectiveAnswer answer(Machine machine, Unit unit, boolean defaults) {
    var graph =
        Optional.of(machine)
            .filter(m -> defaults)
            .map(m -> DependencyGraph.load(m, DependencyGraph.everything(m)));
    return new EffectiveAnswer(
        machine, List.of(new EffectiveAnswer.Asked(unit.toString(), unit)), graph);
  }

  /**
   * Loaded as the only file of the unit, the merged file gives the same lines in the same order.
   */
  private static void saysTheSame(Machine machine, Unit unit) {
    for (boolean defaults : List.of(false, true)) {
      String text = EffectiveFile.of(answer(machine, unit, defaults));
      var tree = new MemoryTree();
      tree.file("/etc/systemd/system/" + unit, text.getBytes(UTF_8), false);
      var alone = new Machine(tree, Setup.machine(Scope.SYSTEM, machine.setup().version()));
      var merged = alone.unit(unit.name());
      assertEquals(counting(machine, unit), counting(alone, merged), text);
      var again = EffectiveUnit.of(alone, merged).lines().toList();
      assertTrue(
          again.stream().noneMatch(l -> l.verdict() == Verdict.IGNORED && !l.value().isEmpty()),
          text);
    }
  }

  /** Written into the file, every default is a value that systemd takes, and no default is left. */
  @TestFactory
  Stream<DynamicTest> everyDefaultIsAValueThatIsTaken() throws IOException {
    return everyRoot(
        machine ->
            machine.units().stream()
                .filter(u -> u.isLoaded() && !u.name().isTemplate())
                .forEach(u -> defaultsAreTaken(machine, u)));
  }

  private static void defaultsAreTaken(Machine machine, Unit unit) {
    var text = new StringBuilder();
    for (GivenDefault given : Defaults.of(machine, unit)) {
      text.append("[").append(given.section()).append("]\n");
      text.append(given.directive()).append("=").append(given.value()).append("\n");
    }
    var tree = new MemoryTree();
    tree.file("/etc/systemd/system/" + unit, text.toString().getBytes(UTF_8), false);
    var alone = new Machine(tree, Setup.machine(Scope.SYSTEM, machine.setup().version()));
    for (Line line : EffectiveUnit.of(alone, alone.unit(unit.name())).lines().toList()) {
      assertEquals(List.of(), line.remarks(), unit + " " + line.name() + "=" + line.value());
    }
  }

  private static List<String> counting(Machine machine, Unit unit) {
    return EffectiveUnit.of(machine, unit)
        .lines()
        .filter(l -> l.verdict() == Verdict.COUNTS)
        .map(l -> "[" + l.section() + "] " + l.name() + "=" + l.counted() + " " + l.expanded())
        .toList();
  }

  private static void countsAsSettings(Machine machine, Unit unit) {
    var lines = EffectiveUnit.of(machine, unit).lines().toList();
    var read = unit.asRead();
    var counting = new HashSet<Object>();
    for (Line line : lines) {
      if (line.verdict() == Verdict.COUNTS) {
        counting.add(line.assignment());
      }
    }
    var expected = new HashSet<Object>();
    for (Setting setting : read.settings().all()) {
      boolean taken =
          read.settings().counts(setting)
              && (machine.values().isTaken(setting, unit.name())
                  || FatalValue.taken(setting, unit.name(), machine.values()).isPresent())
              && lines.stream()
                  .noneMatch(
                      l ->
                          l.assignment() == setting.assignment() && l.verdict() == Verdict.IGNORED);
      boolean last =
          !setting.directive().listSemantics().single()
              || lines.stream().anyMatch(l -> l.assignment() == setting.assignment());
      if (taken && last) {
        expected.add(setting.assignment());
      }
    }
    assertEquals(expected, counting, unit.toString());
  }

  private static void tellTheSame(Machine machine) {
    var units =
        machine.units().stream().map(u -> new EffectiveAnswer.Asked(u.toString(), u)).toList();
    var graph = DependencyGraph.load(machine, DependencyGraph.everything(machine));
    var answer = new EffectiveAnswer(machine, units, Optional.of(graph));
    assertEquals(
        String.join("\n", ofJson(answer)), String.join("\n", ofText(answer)), "text and JSON");
  }

  /** Every line with a place, as the text has it, in an order of its own. */
  private static TreeSet<String> ofText(EffectiveAnswer answer) {
    var found = new TreeSet<String>();
    for (String line : EffectiveText.of(answer, Palette.PLAIN).split("\n")) {
      String text = line.replaceFirst("^# +(ignored|not read|instead of|takes back) ", "");
      if (!text.startsWith("#") && !text.startsWith("[") && !text.isEmpty()) {
        found.add(text.replaceAll(" +", " "));
      }
    }
    return found;
  }

  private static TreeSet<String> ofJson(EffectiveAnswer answer) {
    var found = new TreeSet<String>();
    for (Object value : Json.list(json(answer).get("units"))) {
      var unit = Json.object(value);
      for (Object section : Json.list(unit.get("sections"))) {
        settings(Json.object(section).get("settings"), found);
      }
      for (Object given : Json.list(unit.get("defaults"))) {
        var setting = Json.object(given);
        String where = setting.containsKey("file") ? where(setting) : "default";
        add(found, setting.get("directive") + "=" + setting.get("value") + " " + where);
      }
      for (Object added : Json.list(unit.get("addedDependencies"))) {
        var edge = Json.object(added);
        add(found, edge.get("kind") + "=" + edge.get("unit") + " " + edge.get("why"));
      }
    }
    return found;
  }

  private static void settings(Object list, TreeSet<String> found) {
    for (Object value : Json.list(list)) {
      var setting = Json.object(value);
      add(found, setting.get("directive") + "=" + setting.get("value") + " " + where(setting));
      settings(setting.getOrDefault("over", List.of()), found);
    }
  }

  private static void add(TreeSet<String> found, String line) {
    found.add(Cells.clean(line).replaceAll(" +", " "));
  }

  private static String where(Map<String, Object> setting) {
    return setting.get("file").toString().substring(1) + ":" + setting.get("line");
  }

  private static Map<String, Object> json(EffectiveAnswer answer) {
    var out = new StringWriter();
    try {
      EffectiveJson.write(answer, out);
      return Json.object(Json.parse(out.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void timeGrowsWithTheNumberOfLines() {
    var text = new StringBuilder("[Service]\nExecStart=/bin/true\n");
    for (int i = 0; i < 100_000; i++) {
      text.append("Environment=A=").append(i).append("\nNice=3\n");
    }
    var tree = new MemoryTree();
    tree.file("/etc/systemd/system/a.service", text.toString().getBytes(UTF_8), false);
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, NEWEST));
    var unit = machine.unit("a.service").orElseThrow();
    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          var lines = EffectiveUnit.of(machine, unit).lines().toList();
          assertEquals(100_002, lines.size());
          assertEquals(99_999, lines.get(lines.size() - 1).over().size());
        });
  }

  @Test
  void timeGrowsWithTheNumberOfUnits() {
    var tree = new MemoryTree();
    for (int i = 0; i < 8000; i++) {
      file(tree, "s" + i + ".socket", "ListenStream=" + (i + 1));
    }
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, NEWEST));
    assertTimeout(Duration.ofSeconds(30), () -> assertEquals(8000, machine.units().size()));
  }

  @Test
  void aBackslashAtTheEndDoesNotSwallowTheNextLine() {
    var tree = new MemoryTree();
    tree.file(
        "/etc/systemd/system/a.service",
        "[Service]\nExecStart=/bin/echo \\\\\\ \nSyslogIdentifier=x\\ \nNice=3\n".getBytes(UTF_8),
        false);
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, NEWEST));
    saysTheSame(machine, machine.unit("a.service").orElseThrow());
  }

  @Test
  void listsKeepTheirOrder() {
    var tree = new MemoryTree();
    file(tree, "a.socket", "ListenStream=1", "ListenDatagram=2", "ListenStream=3");
    file(tree, "a.socket.d/b.conf", "ListenFIFO=/run/f", "BindIPv6Only=both", "ListenStream=4");
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, NEWEST));
    var unit = machine.unit("a.socket").orElseThrow();
    assertEquals(
        List.of("1", "2", "3", "/run/f", "4", "both"),
        EffectiveUnit.of(machine, unit).lines().map(Line::value).toList());
    saysTheSame(machine, unit);
  }

  private static void file(MemoryTree tree, String name, String... lines) {
    var all = new ArrayList<>(List.of("[Socket]"));
    all.addAll(List.of(lines));
    tree.file(
        "/etc/systemd/system/" + name, (String.join("\n", all) + "\n").getBytes(UTF_8), false);
  }
}
