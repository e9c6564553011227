package org.unitlint.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.rule.Linter;
import org.unitlint.rule.Rules;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.OverlayTree;
import org.unitlint.support.Shared;

/** A drop-in that is suggested does what is promised, and no check finds anything in it. */
class AdviceLawsTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("unitlint.basedir", ".")).resolve("testdata");
  private static final String DYNAMIC = "[Service]\nExecStart=/usr/bin/s\nDynamicUser=yes\n";
  private static final int NEWEST = Catalog.standard().newestVersion();

  @TestFactory
  @Tag("differential")
  Stream<DynamicTest> wholeTrees() {
    return Stream.of("minimal", "server", "lab-01", "lab-02", "lab-03", "lab-04")
        .map(t -> dynamicTest(t, () -> verify(new DiskTree(Shared.tree(t)), 252)));
  }

  @TestFactory
  Stream<DynamicTest> ownCases() throws IOException {
    try (var folders = Files.walk(TESTDATA, 3)) {
      return folders
          .filter(f -> f.endsWith("root"))
          .sorted()
          .map(
              f ->
                  dynamicTest(
                      TESTDATA.relativize(f).toString(), () -> verify(new DiskTree(f), NEWEST)))
          .toList()
          .stream();
    }
  }

  @TestFactory
  Stream<DynamicTest> inventedServices() {
    return Stream.of(1L, 2L, 3L)
        .map(seed -> dynamicTest("seed " + seed, () -> verify(invented(seed), 252)));
  }

  /** What was tried on one service is taken for what it is on others; nothing comes of that. */
  @TestFactory
  Stream<DynamicTest> whatIsKnownOfOthersChangesNothing() {
    return Stream.of(4L, 5L)
        .map(seed -> dynamicTest("seed " + seed, () -> verifyAlone(invented(seed))));
  }

  private static void verifyAlone(FileTree tree) {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 252));
    var adviser = new Adviser(machine, Policy.STANDARD);
    for (Unit unit : machine.units()) {
      if (unit.isLoaded()) {
        var alone = new Adviser(machine, Policy.STANDARD).advice(unit, Risk.HIGH);
        assertEquals(alone, adviser.advice(unit, Risk.HIGH));
        assertEquals(Exposure.of(machine, unit), alone.now());
      }
    }
  }

  private static FileTree invented(long seed) {
    var services = new RandomServices(new Random(seed));
    var tree = new MemoryTree();
    for (int i = 0; i < 60; i++) {
      String path = "/etc/systemd/system/s" + i + ".service";
      tree.file(path, "[Service]\nExecStart=/usr/bin/s\n" + services.settings());
      tree.file(path + ".d/override.conf", "[Service]\n" + services.settings());
    }
    for (String name : List.of("nobody", "root", "plain")) {
      tree.file("/etc/systemd/system/" + name + ".service", DYNAMIC);
      tree.file("/etc/systemd/system/of-" + name + ".service", DYNAMIC + "User=%j\n");
    }
    tree.file("/etc/systemd/system/silent.service", "[Service]\nExecStart=/usr/bin/s\n");
    tree.file("/etc/systemd/system/still.service", "[Service]\nExecStart=/usr/bin/s\n");
    return tree;
  }

  private static void verify(FileTree tree, int version) {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, version));
    var before = findings(machine);
    var adviser = new Adviser(machine, Policy.STANDARD);
    for (Risk risk : List.of(Risk.MEDIUM, Risk.HIGH)) {
      var advice = new TreeMap<String, Advice>();
      for (Unit unit : machine.units()) {
        if (unit.name().type() == UnitType.SERVICE && unit.isLoaded()) {
          advice.put(unit.toString(), adviser.advice(unit, risk));
        }
      }
      advice.values().forEach(a -> assertTrue(a.then() <= a.now().tenths()));
      // What is added to a template is added to its instances too.
      verify(machine, before, advice.values().stream().filter(a -> !isTemplate(a)).toList());
      verify(machine, before, advice.values().stream().filter(AdviceLawsTest::isTemplate).toList());
    }
  }

  private static boolean isTemplate(Advice advice) {
    return advice.now().unit().name().isTemplate();
  }

  /** Lays all drop-ins over the machine at once. */
  private static void verify(Machine machine, List<String> before, Collection<Advice> all) {
    var laid = new HashMap<String, OverlayTree.Origin>();
    var dropins = new MemoryTree();
    for (Advice advice : all) {
      advice
          .dropin()
          .ifPresent(
              d -> {
                dropins.file(d.path(), d.text());
                laid.put(d.path(), new OverlayTree.Origin(dropins, d.path()));
              });
    }
    var after = new Machine(new OverlayTree(machine.tree(), laid), machine.setup());
    for (Advice advice : all) {
      var unit = after.unit(advice.now().unit().name());
      assertEquals(advice.then(), Exposure.of(after, unit).tenths(), unit + ": " + advice.dropin());
      assertTrue(unit.isLoaded(), unit + ": " + advice.dropin());
    }
    if (!laid.isEmpty()) {
      assertEquals(List.of(), worse(before, findings(after)));
    }
  }

  private static List<String> worse(List<String> before, List<String> after) {
    var more = new ArrayList<>(after);
    before.forEach(more::remove);
    return more;
  }

  /** All that is wrong, and in what is added advice too. */
  private static List<String> findings(Machine machine) {
    var told = new TreeSet<String>();
    for (Diagnostic finding : new Linter(machine, Rules.ALL).check(path -> true).diagnostics()) {
      var place = finding.place();
      boolean added = place.source().name().endsWith("hardening.conf");
      if (finding.severity().atLeast(added ? Severity.INFO : Severity.WARNING)) {
        told.add(
            place.source().name() + ":" + place.line() + ": " + finding.rule() + finding.message());
      }
    }
    return List.copyOf(told);
  }

  /** Real systemd, too, comes to what is promised. */
  @TestFactory
  @Tag("differential")
  Stream<DynamicTest> promisesHold() {
    return Stream.of("minimal", "server").map(t -> dynamicTest(t, () -> promises(t)));
  }

  private static void promises(String name) throws IOException, InterruptedException {
    RealAnalysis.needed();
    var root = Path.of("target", "hardened", name).toAbsolutePath();
    Shared.run(List.of("rm", "-rf", root.toString()));
    Files.createDirectories(root.getParent());
    Shared.run(List.of("cp", "-a", Shared.tree(name).toString(), root.toString()));
    var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, 252));
    var adviser = new Adviser(machine, Policy.STANDARD);
    var promised = new TreeMap<String, String>();
    var texts = new HashMap<Path, String>();
    for (Unit unit : machine.units()) {
      if (unit.name().type() != UnitType.SERVICE || unit.name().isTemplate() || !unit.isLoaded()) {
        continue;
      }
      var advice = adviser.advice(unit, Risk.MEDIUM);
      promised.put(unit.toString(), Exposure.text(advice.then()));
      advice.dropin().ifPresent(d -> texts.put(root.resolve(d.path().substring(1)), d.text()));
    }
    for (Map.Entry<Path, String> file : texts.entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), file.getValue());
    }
    var actual = new TreeMap<String, String>();
    RealAnalysis.of(root, promised.keySet())
        .forEach((unit, lines) -> actual.put(unit, lines.get(0).split(" ")[0]));
    promised.keySet().retainAll(actual.keySet());
    assertTrue(promised.size() > 50, "too few units");
    assertEquals(promised, actual);
  }
}
