package org.unitlint.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.host.generate.Generators;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/** The jobs of a boot are systemd 252's own, where its hash tables decide one of its choices. */
@Tag("differential")
class PlanDifferentialTest {
  private static final int VERSION = 252;

  @TestFactory
  Stream<DynamicTest> everyCase() {
    return Shared.folders("oracle/cases").stream()
        .map(c -> dynamicTest(c.getFileName().toString(), () -> oneCase(c)));
  }

  private static void oneCase(Path folder) throws IOException {
    var dump = Files.readString(Shared.path("oracle/expected/" + folder.getFileName() + ".json"));
    compare(machine(Shared.memoryTree(folder)), dump);
  }

  @TestFactory
  Stream<DynamicTest> wholeTrees() {
    var tests = new ArrayList<DynamicTest>();
    for (String tree : List.of("minimal", "server")) {
      for (String options : List.of("", "--generators")) {
        tests.add(dynamicTest(tree + " " + options, () -> root(Shared.tree(tree), options)));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> namedRoots() {
    return Stream.of(System.getProperty("unitlint.roots", "").split("[ ,]+"))
        .filter(r -> !r.isEmpty())
        .map(r -> dynamicTest(r, () -> root(Path.of(r), "--runs 5")));
  }

  private static void root(Path root, String options) throws IOException, InterruptedException {
    var dump = Shared.path("oracle/manager-dump");
    Shared.needsProgram("/usr/lib/systemd/systemd");
    Shared.needsRoot();
    var command = new ArrayList<>(List.of(dump.toString(), root.toString()));
    Stream.of(options.split(" ")).filter(o -> !o.isEmpty()).forEach(command::add);
    var tree = new DiskTree(root);
    compare(options.contains("--generators") ? emulated(tree) : machine(tree), Shared.run(command));
  }

  private static Machine machine(FileTree tree) {
    return new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
  }

  private static Machine emulated(FileTree tree) {
    var generated = Generators.emulate(tree);
    return new Machine(generated.tree(), Setup.machine(Scope.SYSTEM, VERSION), generated);
  }

  private static void compare(Machine machine, String dump) throws IOException {
    var result = Json.object(Json.parse(dump));
    var unit = UnitName.parse(result.get("unit").toString()).orElseThrow();
    var graph = DependencyGraph.load(machine, DependencyGraph.start(machine, unit));
    var request = Request.boot(graph, unit.toString());
    var plan = request.map(r -> Plan.of(graph, r)).orElse(Plan.nothing(graph, unit.toString()));
    var ours = new TreeSet<String>();
    plan.jobs().forEach((name, type) -> ours.add(name + "/" + type.word()));
    var outcomes = outcomes(result);
    assertTrue(
        outcomes.contains(new Outcome(plan.refusal().isEmpty(), ours)),
        () -> "ours: " + plan.refusal() + ours + "\ntheirs: " + outcomes);
    cycles(result, plan);
    if (request.isPresent()) {
      alternatives(outcomes, result, Outcomes.of(graph, request.get()));
    }
  }

  /** Whatever systemd may come to is among what we tell, and so are the jobs that it deletes. */
  private static void alternatives(
      List<Outcome> theirs, Map<String, Object> result, Outcomes ours) {
    var known = new HashSet<Outcome>();
    known.add(outcome(ours.plan()));
    ours.others().forEach(p -> known.add(outcome(p)));
    assertEquals(Set.of(), missing(Set.copyOf(theirs), known));
    var candidates = new HashSet<String>();
    ours.plan().cycles().forEach(c -> c.candidates().forEach(j -> candidates.add(j.toString())));
    var deleted = new HashSet<String>();
    for (Object cycle : Json.list(result.get("cycles"))) {
      var job = Json.object(cycle).get("deleted");
      if (job != null && !job.toString().isEmpty()) {
        deleted.add(job.toString());
      }
    }
    assertEquals(Set.of(), missing(deleted, candidates));
  }

  private static <T> Set<T> missing(Set<T> all, Set<T> from) {
    var missing = new HashSet<>(all);
    missing.removeAll(from);
    return missing;
  }

  private static Outcome outcome(Plan plan) {
    var jobs = new TreeSet<String>();
    plan.jobs().forEach((name, type) -> jobs.add(name + "/" + type.word()));
    return new Outcome(plan.refusal().isEmpty(), jobs);
  }

  private record Outcome(boolean ok, SortedSet<String> jobs) {}

  private static List<Outcome> outcomes(Map<String, Object> result) {
    var outcomes = new ArrayList<Outcome>();
    var jobs = new TreeSet<String>();
    for (Object job : Json.list(result.get("jobs"))) {
      var fields = Json.object(job);
      jobs.add(fields.get("unit") + "/" + fields.get("type"));
    }
    outcomes.add(new Outcome((Boolean) result.get("ok"), jobs));
    if (result.get("outcomes") != null) {
      for (Object outcome : Json.list(result.get("outcomes"))) {
        var fields = Json.object(outcome);
        var all = new TreeSet<String>();
        Json.list(fields.get("jobs")).forEach(j -> all.add(j.toString()));
        outcomes.add(new Outcome((Boolean) fields.get("ok"), all));
      }
    }
    return outcomes;
  }

  /** Where systemd meets cycles, so do we. */
  private static void cycles(Map<String, Object> result, Plan plan) {
    assertEquals(
        Json.list(result.get("cycles")).isEmpty(),
        plan.cycles().isEmpty(),
        plan.cycles().toString());
  }
}
