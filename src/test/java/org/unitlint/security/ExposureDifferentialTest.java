package org.unitlint.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.DiskTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/** Exposures are those that systemd-analyze of systemd 252 tells, check by check. */
@Tag("differential")
class ExposureDifferentialTest {
  private static final int VERSION = 252;
  private static final String FOLDER = "etc/systemd/system";
  private static final int UNITS = 250;

  @Test
  void examplesAreAsVerified() throws IOException {
    var examples =
        Json.object(Json.parse(Files.readString(Shared.path("knowledge/security-examples.json"))));
    var tree = new MemoryTree();
    examples.forEach(
        (name, example) ->
            tree.file("/" + FOLDER + "/" + name, (String) Json.object(example).get("unit")));
    var machine = machine(tree);
    for (var entry : examples.entrySet()) {
      var example = Json.object(entry.getValue());
      var exposure = Exposure.of(machine, machine.unit(entry.getKey()).orElseThrow());
      assertEquals(
          String.valueOf(example.get("exposure")),
          Exposure.text(exposure.tenths()),
          entry.getKey());
      assertEquals(example.get("rating"), exposure.rating().name());
      assertEquals(example.get("weight_sum"), exposure.weights());
      assertEquals(example.get("badness_sum"), exposure.burden());
      var badness = new TreeMap<String, Object>();
      exposure
          .outcomes()
          .forEach(
              o ->
                  badness.put(
                      o.check().id(),
                      o.badness().isPresent() ? (Object) o.badness().getAsLong() : ""));
      assertEquals(new TreeMap<>(Json.object(example.get("badness"))), badness, entry.getKey());
    }
    assertEquals(9, examples.size());
  }

  @TestFactory
  Stream<DynamicTest> wholeTrees() {
    return Stream.of("minimal", "server", "lab-01", "lab-02", "lab-03", "lab-04")
        .map(t -> dynamicTest(t, () -> wholeTree(t)));
  }

  private static void wholeTree(String name) throws IOException, InterruptedException {
    RealAnalysis.needed();
    var root = Shared.tree(name);
    var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, VERSION));
    var units = new ArrayList<String>();
    for (Unit unit : machine.units()) {
      if (unit.name().type() == UnitType.SERVICE) {
        units.add(unit.toString());
      }
    }
    compare(machine, RealAnalysis.of(root, units), units.size() / 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void inventedUnits(long seed) throws IOException, InterruptedException {
    RealAnalysis.needed();
    var root = folder(String.valueOf(seed));
    var units = new RandomServices(new Random(seed)).write(root, UNITS);
    var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, VERSION));
    compare(machine, RealAnalysis.of(root, units), UNITS * 3 / 4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyValueOfEveryDirective(long seed) throws IOException, InterruptedException {
    RealAnalysis.needed();
    var root = folder("samples-" + seed);
    var units = new RandomServices(new Random(seed)).writeSamples(root);
    var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, VERSION));
    compare(machine, RealAnalysis.of(root, units), units.size() * 3 / 4);
  }

  @Test
  void policiesCountAlike() throws IOException, InterruptedException {
    RealAnalysis.needed();
    var root = folder("policy");
    var units = new RandomServices(new Random(7)).write(root, 40);
    var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, VERSION));
    var random = new Random(8);
    for (int i = 0; i < 20; i++) {
      String text = policy(machine, random);
      var file = root.resolve("policy.json");
      Files.writeString(file, text);
      var policy = PolicyFile.parse(text).policy().orElseThrow();
      var expected = RealAnalysis.of(root, units, "--security-policy=" + file);
      assertTrue(expected.size() > 30, "too few units");
      compare(expected, ours(machine, expected, policy));
    }
  }

  private static Path folder(String name) throws IOException, InterruptedException {
    var folder = Path.of("target", "random-services", name).toAbsolutePath();
    Shared.run(List.of("rm", "-rf", folder.toString()));
    return folder;
  }

  /** Random weights, and ranges that no badness goes beyond. */
  private static String policy(Machine machine, Random random) {
    var changes = new ArrayList<String>();
    for (var check : machine.catalog().exposureChecks()) {
      var fields = new ArrayList<String>();
      if (random.nextInt(4) == 0) {
        fields.add("\"weight\": " + random.nextInt(3) * random.nextInt(3000));
      }
      if (random.nextInt(6) == 0) {
        fields.add("\"range\": " + (check.range() + random.nextInt(9)));
      }
      changes.add("\"" + check.field() + "\": {" + String.join(", ", fields) + "}");
    }
    return "{" + String.join(",\n", changes) + "}";
  }

  private static void compare(Machine machine, Map<String, List<String>> expected, int least) {
    assertTrue(expected.size() >= least, "only " + expected.size() + " units");
    compare(expected, ours(machine, expected, Policy.STANDARD));
  }

  /** Shows the checks alone that differ. */
  private static void compare(
      Map<String, List<String>> expected, Map<String, List<String>> actual) {
    var theirs = lines(expected);
    var ours = lines(actual);
    var same = new HashSet<>(theirs);
    same.retainAll(ours);
    theirs.removeAll(same);
    ours.removeAll(same);
    assertEquals(String.join("\n", theirs), String.join("\n", ours));
  }

  private static Map<String, List<String>> ours(
      Machine machine, Map<String, List<String>> expected, Policy policy) {
    var ours = new LinkedHashMap<String, List<String>>();
    for (String name : expected.keySet()) {
      var unit = machine.unit(UnitName.parse(name).orElseThrow());
      ours.put(name, RealAnalysis.lines(Exposure.of(machine, unit, policy)));
    }
    return ours;
  }

  private static List<String> lines(Map<String, List<String>> told) {
    var all = new ArrayList<String>();
    told.forEach((name, lines) -> lines.forEach(l -> all.add(name + ": " + l)));
    return all;
  }

  private static Machine machine(MemoryTree tree) {
    return new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
  }
}
