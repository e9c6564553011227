package org.unitlint.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/**
 * The graph is systemd 252's own: every unit, load state, dependency, direction and origin. With
 * the system property {@code unitlint.roots}, a list of folders, those are compared too.
 */
@Tag("differential")
class GraphDifferentialTest {
  private static final int VERSION = 252;

  @TestFactory
  Stream<DynamicTest> everyCase() {
    return Shared.folders("oracle/cases").stream()
        .map(c -> dynamicTest(c.getFileName().toString(), () -> oneCase(c)));
  }

  private static void oneCase(Path folder) throws IOException {
    var dump = Files.readString(Shared.path("oracle/expected/" + folder.getFileName() + ".json"));
    var file = folder.resolve("ARGS");
    String arguments = Files.exists(file) ? Files.readString(file) : "";
    compare(Shared.memoryTree(folder), dump, arguments.contains("--all"), true);
  }

  @TestFactory
  Stream<DynamicTest> wholeTrees() {
    return Stream.of("minimal", "server")
        .flatMap(
            tree ->
                Stream.of(false, true)
                    .map(
                        all ->
                            dynamicTest(
                                tree + (all ? " --all" : ""),
                                () -> root(Shared.tree(tree), all, true))));
  }

  @TestFactory
  Stream<DynamicTest> inventedTrees() {
    return LongStream.rangeClosed(1, Long.getLong("unitlint.seeds", 10))
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> invented(seed)));
  }

  private static void invented(long seed) throws IOException, InterruptedException {
    var root = Path.of("target", "random-graphs", String.valueOf(seed)).toAbsolutePath();
    RandomGraphs.write(root, seed, 150);
    root(root, true, false);
  }

  @TestFactory
  Stream<DynamicTest> namedRoots() {
    return Stream.of(System.getProperty("unitlint.roots", "").split("[ ,]+"))
        .filter(r -> !r.isEmpty())
        .map(r -> dynamicTest(r, () -> root(Path.of(r), true, true)));
  }

  private static void root(Path root, boolean all, boolean masks)
      throws IOException, InterruptedException {
    var dump = Shared.path("oracle/manager-dump");
    Shared.needsProgram("/usr/lib/systemd/systemd");
    Shared.needsProgram("/usr/bin/systemd-analyze");
    Shared.needsRoot();
    var command = new ArrayList<>(List.of(dump.toString(), root.toString()));
    if (all) {
      command.add("--all");
    }
    compare(new DiskTree(root), Shared.run(command), all, masks);
  }

  private static void compare(FileTree tree, String dump, boolean all, boolean masks)
      throws IOException {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
    var roots = new ArrayList<>(all ? DependencyGraph.everything(machine) : List.<UnitName>of());
    var result = Json.object(Json.parse(dump));
    var anchor = UnitName.parse(result.get("unit").toString()).orElseThrow();
    roots.addAll(DependencyGraph.start(machine, anchor));
    var graph = DependencyGraph.load(machine, roots);
    var theirs = GraphDump.of(dump);
    var ours = GraphDump.of(graph);
    if (!masks) {
      theirs.keySet().removeIf(line -> isRandom(line, graph));
      ours.keySet().removeIf(line -> isRandom(line, graph));
    }
    differences(theirs, ours, masks);
  }

  /**
   * Whether systemd's hash tables decide: who was loaded before a mount that is then refused, and
   * before a target that is refused or is part of it.
   */
  private static boolean isRandom(String line, DependencyGraph graph) {
    var words = line.split(" ");
    return line.contains("zz-oracle-probe")
        || words.length == 3
            && (isBroken(words[0], graph)
                || isBroken(words[2], graph)
                || isPart(words[0], words[2], graph)
                || isPart(words[2], words[0], graph));
  }

  private static boolean isBroken(String name, DependencyGraph graph) {
    var unit = graph.units().get(name);
    boolean kind = name.endsWith(".mount") || name.endsWith(".target");
    return kind && unit != null && !unit.refusals().isEmpty();
  }

  private static boolean isPart(String target, String of, DependencyGraph graph) {
    return target.endsWith(".target")
        && graph.units().containsKey(target)
        && graph.units().containsKey(of)
        && graph.edge(target, Dependency.PART_OF, of).isPresent();
  }

  private static void differences(
      Map<String, String> theirs, Map<String, String> ours, boolean masks) {
    var text = new ArrayList<String>();
    GraphDump.missing(theirs, ours, masks).forEach(l -> text.add("systemd: " + l));
    GraphDump.missing(ours, theirs, masks).forEach(l -> text.add("unitlint: " + l));
    text.sort((a, b) -> a.substring(a.indexOf(' ')).compareTo(b.substring(b.indexOf(' '))));
    assertEquals("", String.join("\n", text));
  }
}
