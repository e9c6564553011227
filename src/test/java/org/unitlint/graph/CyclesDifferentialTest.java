package org.unitlint.graph;

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
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/**
 * systemd 252 finds cycles in the transaction of the default target where we do, and deletes one of
 * the jobs that we name. How many invented trees are compared, {@code -Dunitlint.trees=200} says.
 */
@Tag("differential")
class CyclesDifferentialTest {
  private static final int TREES = Integer.getInteger("unitlint.trees", 8);

  /** Trees in which systemd drops a unit of a longer ring before one that it cannot break. */
  private static final int[] DROPPED_ON_THE_WAY = {39, 77};

  private static final Pattern MEMBER =
      Pattern.compile("Found (?:ordering cycle|dependency) on (\\S+)/start");

  private static DependencyGraph graph(FileTree tree) {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 252));
    return DependencyGraph.load(machine, DependencyGraph.everything(machine));
  }

  /** One cycle as systemd saw it. */
  private record Seen(List<String> path, String deleted) {
    static List<Seen> in(Map<String, Object> dump) {
      return Json.list(dump.get("cycles")).stream().map(Json::object).map(Seen::of).toList();
    }

    private static Seen of(Map<String, Object> cycle) {
      var path = Json.list(cycle.get("path")).stream().map(Seen::unit).toList();
      return new Seen(path, unit(cycle.get("deleted")));
    }

    static String unit(Object job) {
      return job.toString().replaceFirst("/.*", "");
    }
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return Shared.folders("oracle/cases").stream()
        .map(c -> dynamicTest(c.getFileName().toString(), () -> compare(c)));
  }

  private static void compare(Path folder) throws IOException {
    var expected = Shared.path("oracle/expected/" + folder.getFileName() + ".json");
    var dump = Json.object(Json.parse(Files.readString(expected)));
    var tree = Shared.memoryTree(folder);
    compare(dump, tree);
    if (Seen.in(dump).size() == 1) {
      var cycle = Cycles.of(graph(tree)).get(0);
      var candidates = cycle.candidates().stream().map(Cycle.Candidate::unit).toList();
      assertEquals(Set.copyOf(Seen.in(dump).get(0).path), Set.copyOf(cycle.units()));
      for (Object outcome : Json.list(dump.getOrDefault("outcomes", List.of()))) {
        for (Object deleted : Json.list(Json.object(outcome).get("deleted"))) {
          assertTrue(candidates.contains(Seen.unit(deleted)), deleted + ": " + candidates);
        }
      }
    }
  }

  private static void compare(Map<String, Object> dump, FileTree tree) {
    var graph = graph(tree);
    var anchor = graph.unit("default.target").map(u -> u.name().toString()).orElse("");
    var ours =
        Cycles.of(graph).stream()
            .filter(c -> c.anchor().filter(anchor::equals).isPresent())
            .toList();
    var seen = Seen.in(dump);
    assertEquals(seen.isEmpty(), ours.isEmpty(), () -> seen + " but " + ours);
    for (Seen cycle : seen) {
      compare(cycle, ours, graph);
    }
    boolean failed = dump.get("ok").equals(false);
    assertTrue(!failed || seen.isEmpty() || ours.stream().anyMatch(Cycle::isFatal), "not fatal");
    var jobs = StartJobs.of(graph, anchor.isEmpty() ? "basic.target" : anchor);
    for (Object outcome : Json.list(dump.getOrDefault("outcomes", List.of()))) {
      for (Object deleted : Json.list(Json.object(outcome).get("deleted"))) {
        String unit = Seen.unit(deleted);
        assertTrue(!jobs.matters(unit), unit + " matters");
        assertTrue(ours.stream().anyMatch(c -> mayDrop(c, unit)), unit + " in none of " + ours);
      }
    }
  }

  private static boolean mayDrop(Cycle cycle, String unit) {
    return cycle.bystanders().contains(unit)
        || cycle.candidates().stream().anyMatch(c -> c.unit().equals(unit));
  }

  private static boolean isSameSet(Seen seen, Cycle cycle) {
    return Set.copyOf(seen.path).equals(Set.copyOf(cycle.units()));
  }

  /** What systemd saw is a cycle, too, that goes when the edges to blame do. */
  private static void compare(Seen seen, List<Cycle> ours, DependencyGraph graph) {
    var edges = new HashSet<Edge>();
    for (int i = 0; i < seen.path.size(); i++) {
      String next = seen.path.get((i + 1) % seen.path.size());
      var edge = graph.edge(seen.path.get(i), Dependency.AFTER, next);
      edges.add(edge.orElseThrow(() -> new AssertionError(seen + ": no edge to " + next)));
    }
    assertTrue(
        ours.stream().anyMatch(c -> edges.contains(c.blame())), () -> seen + " is not in " + ours);
    boolean same = ours.stream().anyMatch(c -> isSameSet(seen, c));
    assertTrue(
        same || ours.size() > 1 || ours.get(0).edges().size() <= edges.size(), seen::toString);
  }

  @TestFactory
  Stream<DynamicTest> machines() {
    return Stream.of("minimal", "server", "lab-01", "lab-02", "lab-03", "lab-04")
        .map(name -> dynamicTest(name, () -> machine(name)));
  }

  private static void machine(String name) throws IOException, InterruptedException {
    boolean lab = name.startsWith("lab");
    var tree = Shared.memoryTree(Shared.tree(lab ? "minimal" : name));
    var events = new ArrayList<String>();
    if (lab) {
      lay(Shared.tree(name), tree);
      var trace =
          Json.object(Json.parse(Files.readString(Shared.path("traces/" + name + ".json"))));
      Json.list(trace.get("events"))
          .forEach(e -> events.add(Json.object(e).get("message").toString()));
    }
    var graph = graph(tree);
    var ours = Cycles.of(graph);
    var seen = seen(events);
    assertEquals(seen.isEmpty(), ours.isEmpty(), ours::toString);
    for (Seen cycle : seen) {
      compare(cycle, ours, graph);
    }
  }

  private static void lay(Path folder, MemoryTree tree) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        String name = "/" + folder.relativize(path);
        if (Files.isSymbolicLink(path)) {
          tree.link(name, Files.readSymbolicLink(path).toString());
        } else if (Files.isRegularFile(path)) {
          tree.file(name, Files.readAllBytes(path), false);
        }
      }
    }
  }

  /** The cycles that the log tells of with all their members. */
  private static List<Seen> seen(List<String> messages) {
    var cycles = new ArrayList<Seen>();
    var path = new ArrayList<String>();
    for (String message : messages) {
      var member = MEMBER.matcher(message);
      if (message.contains("Found ordering cycle on")) {
        path.clear();
      }
      if (member.find()) {
        path.add(member.group(1));
      } else if (message.contains("deleted to break ordering cycle") && path.size() > 1) {
        cycles.add(new Seen(List.copyOf(path), ""));
      }
    }
    return cycles;
  }

  @TestFactory
  Stream<DynamicTest> inventedTrees() {
    return IntStream.concat(IntStream.range(0, TREES), IntStream.of(DROPPED_ON_THE_WAY))
        .distinct()
        .mapToObj(seed -> dynamicTest("tree " + seed, () -> invented(seed)));
  }

  private static void invented(int seed) throws IOException, InterruptedException {
    var dump = Shared.path("oracle/manager-dump");
    Shared.needsProgram("/usr/lib/systemd/systemd");
    Shared.needsRoot();
    var root = Path.of("target", "cyclic-trees", String.valueOf(seed)).toAbsolutePath();
    for (var unit : units(new Random(seed)).entrySet()) {
      var file = root.resolve("etc/systemd/system").resolve(unit.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, unit.getValue());
    }
    String printed = Shared.run(List.of(dump.toString(), root.toString(), "--runs", "3"));
    compare(Json.object(Json.parse(printed)), Shared.memoryTree(root));
  }

  /** Some services and targets that order and pull in each other at random, without conflicts. */
  private static Map<String, String> units(Random random) {
    var names = new ArrayList<String>();
    int count = 5 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      names.add((char) ('a' + i) + (random.nextInt(5) == 0 ? ".target" : ".service"));
    }
    var units = new TreeMap<String, String>();
    for (String target : List.of("sysinit", "basic", "shutdown")) {
      units.put(target + ".target", "[Unit]\nDescription=x\nDefaultDependencies=no\n");
    }
    units.put("basic.target", "[Unit]\nRequires=sysinit.target\nAfter=sysinit.target\n");
    for (String name : names) {
      var text = new StringBuilder("[Unit]\n");
      if (random.nextInt(4) == 0) {
        text.append("DefaultDependencies=no\n");
      }
      for (int n = random.nextInt(4); n > 0; n--) {
        var kinds =
            List.of("After", "After", "Before", "Wants", "Requires", "BindsTo", "Requisite");
        String other =
            random.nextInt(12) == 0 ? "basic.target" : names.get(random.nextInt(names.size()));
        text.append(kinds.get(random.nextInt(kinds.size()))).append('=').append(other).append('\n');
      }
      if (name.endsWith(".service")) {
        text.append("[Service]\nExecStart=/bin/true\n");
      }
      units.put(name, text.toString());
    }
    var all = new TreeSet<>(names);
    var text = new StringBuilder("[Unit]\nRequires=basic.target\nAfter=basic.target\n");
    if (random.nextBoolean()) {
      text.append("AllowIsolate=yes\n");
    }
    for (String name : all) {
      int chance = random.nextInt(6);
      text.append(chance < 3 ? "Wants=" + name : chance == 3 ? "Requires=" + name : "#")
          .append('\n');
    }
    units.put("default.target", text.toString());
    return units;
  }
}
