package org.unitlint.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.report.GraphJson;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.support.Json;

/** What holds for the graph of any files at all. */
class GraphLawsTest {
  private static final int VERSION = 252;
  private static final int UNITS = 120;
  private static final String LONELY = "zz-lonely.service";

  private static Path folder(long seed) {
    return Path.of("target", "graph-laws", String.valueOf(seed)).toAbsolutePath();
  }

  private static FileTree tree(long seed) throws IOException {
    RandomGraphs.write(folder(seed), seed, UNITS);
    return new DiskTree(folder(seed));
  }

  private static DependencyGraph graph(FileTree tree) {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
    return DependencyGraph.load(machine, DependencyGraph.everything(machine));
  }

  private static String json(FileTree tree) {
    var out = new StringWriter();
    try {
      GraphJson.write("all", Selection.EVERYTHING.of(graph(tree)), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** Each entry as {@code a After b}, with all that is said of it. */
  private static Map<String, Object> entries(String json) throws IOException {
    var entries = new TreeMap<String, Object>();
    for (Object unit : Json.list(Json.object(Json.parse(json)).get("units"))) {
      var name = Json.object(unit).get("name");
      Json.object(Json.object(unit).get("dependencies"))
          .forEach(
              (kind, list) ->
                  Json.list(list)
                      .forEach(
                          e ->
                              entries.put(
                                  name + " " + kind + " " + Json.object(e).get("unit"),
                                  Json.object(e).get("origin"))));
    }
    return entries;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyDependencyShowsAtBothEnds(long seed) throws IOException {
    var entries = entries(json(tree(seed)));
    assertTrue(entries.size() > 1000, () -> String.valueOf(entries.size()));
    entries.forEach(
        (entry, origin) -> {
          var words = entry.split(" ", 3);
          var inverse = Dependency.ofWord(words[1]).flatMap(Dependency::inverse);
          inverse.ifPresent(
              i -> assertEquals(origin, entries.get(words[2] + " " + i + " " + words[0]), entry));
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void neitherThreadsNorTheOrderOfFilesMatter(long seed) throws Exception {
    var tree = tree(seed);
    String plain = json(tree);
    for (int threads : new int[] {1, 7}) {
      var pool = new ForkJoinPool(threads);
      try {
        assertEquals(plain, pool.submit(() -> json(tree)).get());
        assertEquals(plain, pool.submit(() -> json(new Backwards(tree))).get());
      } finally {
        pool.shutdown();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 10, 11, 12})
  void aUnitThatNobodyNamesChangesNothingBetweenOthers(long seed) throws IOException {
    var tree = tree(seed);
    var before = entries(json(tree));
    Files.writeString(
        folder(seed).resolve("etc/systemd/system/" + LONELY),
        "[Unit]\nAfter=basic.target\n[Service]\nExecStart=/bin/true\n");
    var after = entries(json(new DiskTree(folder(seed))));
    assertTrue(after.keySet().removeIf(e -> (" " + e + " ").contains(" " + LONELY + " ")));
    assertEquals(lines(before), lines(after));
  }

  private static String lines(Map<String, Object> entries) {
    return entries.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 14, 15})
  void whatIsLeftOutOfTheOrderingFollows(long seed) throws IOException {
    var graph = graph(tree(seed));
    Predicate<Edge> ordering = e -> e.kind() == Dependency.AFTER;
    var redundant = Reduction.redundant(graph, ordering);
    assertTrue(!redundant.isEmpty());
    for (String unit : graph.units().keySet()) {
      assertEquals(
          reached(graph, unit, ordering),
          reached(graph, unit, ordering.and(e -> !redundant.contains(e))),
          unit);
    }
  }

  private static Set<String> reached(DependencyGraph graph, String unit, Predicate<Edge> edges) {
    var reached = new TreeSet<String>();
    var queue = new ArrayDeque<>(List.of(unit));
    while (!queue.isEmpty()) {
      graph
          .out(queue.remove())
          .filter(edges)
          .filter(e -> reached.add(e.to()))
          .forEach(e -> queue.add(e.to()));
    }
    return reached;
  }

  @ParameterizedTest
  @ValueSource(longs = {16, 17, 18})
  void aSelectionAddsNothing(long seed) throws IOException {
    var graph = graph(tree(seed));
    var all = new HashSet<>(graph.edges().toList());
    var named = Set.copyOf(new ArrayList<>(graph.units().keySet()).subList(10, 20));
    int last = 0;
    for (int depth = 0; depth < 5; depth++) {
      var kinds = Selection.EVERYTHING.kinds();
      var part =
          new Selection(named, Set.of(), Set.of(), kinds, depth, false, false, true).of(graph);
      var edges = part.edges().toList();
      assertTrue(all.containsAll(edges));
      assertTrue(edges.stream().allMatch(e -> part.units().contains(e.from())));
      assertTrue(edges.stream().allMatch(e -> part.units().contains(e.to())));
      assertTrue(part.units().size() >= last);
      last = part.units().size();
    }
  }

  /** A tree that lists its folders from the end. */
  private record Backwards(FileTree tree) implements FileTree {
    @Override
    public Node node(String path) {
      return tree.node(path);
    }

    @Override
    public List<String> children(String path) throws IOException {
      var names = new ArrayList<>(tree.children(path));
      Collections.reverse(names);
      return names;
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
      return tree.read(path, limit);
    }
  }
}
