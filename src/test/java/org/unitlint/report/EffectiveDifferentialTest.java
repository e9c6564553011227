package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.host.effective.Defaults;
import org.unitlint.host.effective.GivenDefault;
import org.unitlint.host.value.TimeSpan;
import org.unitlint.source.DiskTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/**
 * systemd 252 makes the same of the merged files as of all files of each unit, and has the defaults
 * that we tell.
 */
@Tag("differential")
class EffectiveDifferentialTest {
  private static final int VERSION = 252;
  private static final int INVENTED = Integer.getInteger("unitlint.invented", 400);

  /** What tells of files, and so must differ. */
  private static final Set<String> OF_FILES =
      Set.of(
          "Fragment Path",
          "DropIn Path",
          "May GC",
          "Need Daemon Reload",
          "CGroup own mask",
          "CGroup members mask");

  /** What the dump says in another way: resolved for this machine, or by another name. */
  private static final Map<String, String> RENAMED =
      Map.of("AccuracySec", "Accuracy", "TimeoutIdleSec", "TimeoutIdleUSec");

  /** What rests on the machine that dumps, or what the dump counts in numbers. */
  private static final Set<String> NOT_COMPARED =
      Set.of(
          // It is the service's sockets that are called `connection`.
          "FileDescriptorName",
          "LimitNOFILE",
          "LimitMEMLOCK",
          "TasksMax",
          "MemoryMax",
          "MemoryHigh",
          "MemorySwapMax",
          "Backlog",
          "CPUSchedulingPolicy",
          "ManagedOOMMemoryPressureLimit");

  @TestFactory
  Stream<DynamicTest> mergedFiles() {
    return Stream.of("minimal", "server").map(t -> dynamicTest(t, () -> merged(Shared.tree(t), t)));
  }

  @TestFactory
  Stream<DynamicTest> mergedFilesOfCases() {
    return Shared.folders("oracle/cases").stream()
        .map(c -> c.getFileName().toString())
        .filter(c -> c.contains("dropin") || c.contains("template"))
        .map(c -> dynamicTest(c, () -> mergedCase(c)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mergedFilesOfInventedUnits(long seed) throws IOException, InterruptedException {
    var root = Path.of("target", "effective-random", String.valueOf(seed)).toAbsolutePath();
    Shared.run(List.of("rm", "-rf", root.toString()));
    new RandomUnits(new Random(seed)).write(root, INVENTED);
    merged(root, "random-" + seed);
  }

  private static void mergedCase(String name) throws IOException, InterruptedException {
    var copy = Path.of("target", "effective-cases", name + "-before").toAbsolutePath();
    Files.createDirectories(copy);
    merged(Shared.copy(Shared.path("oracle/cases/" + name), copy), "case-" + name);
  }

  private static void merged(Path root, String name) throws IOException, InterruptedException {
    needs();
    var machine = machine(root);
    var changed = Path.of("target", "effective-trees", name).toAbsolutePath();
    Shared.run(List.of("rm", "-rf", changed.toString()));
    Files.createDirectories(changed.getParent());
    Shared.run(List.of("cp", "-a", root.toAbsolutePath().toString(), changed.toString()));
    for (Unit unit : machine.units()) {
      if (isMerged(unit)) {
        write(machine, unit, changed);
      }
    }
    for (var folder : machine.folders().entrySet()) {
      if (folder.getKey().endsWith(".d")) {
        for (String path : folder.getValue()) {
          Shared.run(List.of("rm", "-rf", inside(changed, path).toString()));
        }
      }
    }
    var units = dump(root);
    var others = dump(changed);
    // An instance that has a file now is loaded, though nothing names it.
    var both = new TreeSet<>(units.keySet());
    both.retainAll(others.keySet());
    for (Unit unit : machine.units()) {
      if (unit.fragment().isPresent() && both.contains(unit.toString())) {
        var state = Json.object(units.get(unit.toString())).get("load_state");
        assertEquals(state, unit.state().word(), unit.toString());
      }
    }
    // Those that are refused have lost their drop-ins.
    both.removeIf(n -> UnitName.parse(n).map(machine::unit).filter(Unit::isLoaded).isEmpty());
    var before = lines(units, both);
    var after = lines(others, both);
    assertTrue(before.size() > 10, "nothing to compare");
    assertEquals(less(before, after), less(after, before));
  }

  /** An instance with a file of its own would not have its template's aliases. */
  private static boolean isMerged(Unit unit) {
    boolean aliased = unit.name().isInstance() && unit.names().size() > 1;
    return unit.isLoaded() && unit.fragment().isPresent() && !unit.name().isTemplate() && !aliased;
  }

  private static void write(Machine machine, Unit unit, Path root) throws IOException {
    var answer =
        new EffectiveAnswer(
            machine, List.of(new EffectiveAnswer.Asked(unit.toString(), unit)), Optional.empty());
    boolean own = unit.fragmentPath().endsWith("/" + unit.name());
    var file = inside(root, own ? unit.fragmentPath() : "/etc/systemd/system/" + unit.name());
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.writeString(file, EffectiveFile.of(answer));
  }

  private static Path inside(Path root, String path) throws IOException {
    var file = root.resolve(path.substring(1));
    Files.createDirectories(file.getParent());
    assertTrue(file.getParent().toRealPath().startsWith(root.toRealPath()), file.toString());
    return file;
  }

  private static void needs() {
    Shared.needsProgram("/usr/lib/systemd/systemd");
    Shared.needsRoot();
  }

  private static Machine machine(Path root) {
    return new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, VERSION));
  }

  private static Map<String, Object> dump(Path root) throws IOException, InterruptedException {
    var program = Shared.path("oracle/manager-dump").toString();
    String json = Shared.run(List.of(program, root.toString(), "--all", "--props"));
    return Json.object(Json.object(Json.parse(json)).get("units"));
  }

  /** State, names, properties and dependencies, a line each. */
  private static List<String> lines(Map<String, Object> units, Set<String> only) {
    var lines = new ArrayList<String>();
    only.forEach(
        name -> {
          var unit = Json.object(units.get(name));
          lines.add(name + " " + unit.get("load_state") + " " + unit.get("names"));
          new TreeMap<>(Json.object(unit.get("props")))
              .forEach(
                  (property, values) -> {
                    if (!OF_FILES.contains(property)) {
                      lines.add(name + " " + property + " " + words(values));
                    }
                  });
          new TreeMap<>(Json.object(unit.get("deps")))
              .forEach(
                  (kind, others) ->
                      Json.object(others).keySet().stream()
                          .filter(o -> only.contains(o) || o.startsWith("/"))
                          .forEach(other -> lines.add(name + " " + kind + " " + other)));
        });
    return lines;
  }

  /** In order where that is not by chance. */
  private static List<String> words(Object values) {
    return Json.list(values).stream()
        .flatMap(v -> Stream.of(v.toString().replace("~", "~ ").split(" ")))
        .sorted()
        .toList();
  }

  private static String less(List<String> lines, List<String> others) {
    var rest = new ArrayList<>(lines);
    rest.removeAll(Set.copyOf(others));
    return String.join("\n", rest);
  }

  @TestFactory
  Stream<DynamicTest> defaults() {
    return Stream.of("server", "minimal").map(t -> dynamicTest(t, () -> defaults(Shared.tree(t))));
  }

  private static void defaults(Path root) throws IOException, InterruptedException {
    needs();
    var machine = machine(root);
    var wrong = new ArrayList<String>();
    int compared = 0;
    for (var entry : dump(root).entrySet()) {
      var unit = UnitName.parse(entry.getKey()).map(machine::unit).orElseThrow();
      var properties = Json.object(Json.object(entry.getValue()).get("props"));
      if (!unit.isLoaded() || unit.fragment().isEmpty()) {
        continue;
      }
      for (GivenDefault given : Defaults.of(machine, unit)) {
        String name = RENAMED.getOrDefault(given.directive(), given.directive());
        if (NOT_COMPARED.contains(name) || !properties.containsKey(name)) {
          continue;
        }
        var said = Json.list(properties.get(name));
        compared++;
        if (!said.contains(given.value()) && !isSameTime(said, given.value())) {
          wrong.add(unit + " " + name + "=" + given.value() + ", systemd has " + said);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(compared > 1000, compared + " compared");
  }

  private static boolean isSameTime(List<Object> said, String value) {
    var span = TimeSpan.parse(value);
    return span.isPresent()
        && said.stream().map(Object::toString).map(TimeSpan::parse).anyMatch(span::equals);
  }
}
