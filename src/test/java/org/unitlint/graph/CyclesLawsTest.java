package org.unitlint.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;

/** What holds of the cycles of any units. */
class CyclesLawsTest {
  private static final String FOLDER = "/etc/systemd/system/";
  private static final List<String> KINDS =
      List.of("After", "After", "Before", "Wants", "Requires", "BindsTo", "Requisite", "Conflicts");

  static LongStream seeds() {
    return LongStream.range(0, 120);
  }

  private static DependencyGraph graph(Map<String, String> units, List<String> order) {
    var tree = new MemoryTree();
    order.forEach(name -> tree.file(FOLDER + name, units.get(name)));
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 252));
    return DependencyGraph.load(machine, DependencyGraph.everything(machine));
  }

  private static DependencyGraph graph(Map<String, String> units) {
    return graph(units, List.copyOf(units.keySet()));
  }

  /**
   * Units that name each other at random; in a straight tree each orders itself after the former.
   */
  private static Map<String, String> units(long seed, boolean straight) {
    var random = new Random(seed);
    int count = 4 + random.nextInt(16);
    var units = new TreeMap<String, String>();
    for (int i = 0; i < count; i++) {
      var text = new StringBuilder("[Unit]\nDefaultDependencies=no\n");
      for (int n = random.nextInt(5); n > 0; n--) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean orders = kind.equals("After") || kind.equals("Before");
        int other = random.nextInt(straight && orders ? i + 1 : count);
        String word = straight && orders ? "After" : kind;
        text.append(word).append('=').append(name(other)).append('\n');
      }
      units.put(name(i), text + "[Service]\nExecStart=/bin/true\n");
    }
    var target = new StringBuilder("[Unit]\n");
    units.keySet().stream()
        .filter(u -> random.nextInt(3) > 0)
        .forEach(
            u ->
                target
                    .append(random.nextInt(4) == 0 ? "Requires=" : "Wants=")
                    .append(u)
                    .append('\n'));
    units.put("default.target", target.toString());
    return units;
  }

  private static String name(int number) {
    return String.format("u%02d.service", number);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noUnitWaitsForItselfWithoutTheBlamedEdges(long seed) {
    var graph = graph(units(seed, false));
    var cut = new HashSet<Edge>();
    Cycles.of(graph).forEach(c -> assertTrue(cut.add(c.blame()), "blamed twice"));
    var rest = new SimpleDirectedGraph<String, DefaultEdge>(DefaultEdge.class);
    graph.units().keySet().forEach(rest::addVertex);
    graph
        .edges()
        .filter(e -> e.kind() == Dependency.AFTER && !cut.contains(e))
        .filter(e -> graph.units().get(e.from()).isLoaded() && graph.units().get(e.to()).isLoaded())
        .filter(e -> graph.edge(e.from(), Dependency.CONFLICTS, e.to()).isEmpty())
        .filter(e -> graph.edge(e.to(), Dependency.CONFLICTS, e.from()).isEmpty())
        .forEach(e -> rest.addEdge(e.from(), e.to()));
    assertEquals(Set.of(), new CycleDetector<>(rest).findCycles());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachCycleIsARingOfTheGraphWithTheBlamedEdge(long seed) {
    var graph = graph(units(seed, false));
    for (Cycle cycle : Cycles.of(graph)) {
      var edges = cycle.edges();
      for (int i = 0; i < edges.size(); i++) {
        assertEquals(Dependency.AFTER, edges.get(i).kind());
        assertEquals(edges.get(i).to(), edges.get((i + 1) % edges.size()).from());
      }
      assertEquals(Set.copyOf(cycle.units()).size(), edges.size(), "a unit twice");
      assertTrue(edges.contains(cycle.blame()));
      assertEquals(Collections.min(cycle.units()), cycle.units().get(0));
      assertTrue(cycle.candidates().stream().allMatch(c -> cycle.units().contains(c.unit())));
      assertTrue(cycle.candidates().stream().allMatch(c -> c.lost().contains(c.unit())));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void unitsInAStraightOrderHaveNoCycle(long seed) {
    assertEquals(List.of(), Cycles.of(graph(units(seed, true))));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheFilesMakesNoDifference(long seed) {
    var units = units(seed, false);
    var shuffled = new ArrayList<>(units.keySet());
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(lines(graph(units)), lines(graph(units, shuffled)));
  }

  private static List<String> lines(DependencyGraph graph) {
    return Cycles.of(graph).stream()
        .map(c -> c + " " + c.anchor() + c.candidates() + c.blame() + c.pattern() + c.advice())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theCyclesOfOneStartAreAmongItsUnits(long seed) {
    var graph = graph(units(seed, false));
    var started = PulledIn.by(graph, "default.target");
    boolean any =
        Cycles.of(graph).stream().anyMatch(c -> c.anchor().equals(Optional.of("default.target")));
    var cycles = Cycles.of(graph, "default.target");
    assertTrue(any || cycles.isEmpty() || cycles.stream().allMatch(c -> c.anchor().isEmpty()));
    for (Cycle cycle : cycles) {
      boolean requisite =
          cycle.units().stream()
              .anyMatch(u -> graph.edges(u, Dependency.REQUISITE_OF).findAny().isPresent());
      assertTrue(requisite || started.units().containsAll(cycle.units()));
    }
  }

  @Test
  void aRingThatCannotBeBrokenIsNotHiddenByAShorterOne() {
    var units = new TreeMap<String, String>();
    units.put(
        "default.target",
        "[Unit]\nRequires=a.service b.service c.service d.service\nWants=w.service\n");
    var after = Map.of("a", "b", "b", "c w", "c", "d", "d", "a", "w", "a");
    after.forEach(
        (unit, others) ->
            units.put(
                unit + ".service",
                "[Unit]\nDefaultDependencies=no\n"
                    + others.replaceAll("(\\w)", "After=$1.service\n")
                    + "[Service]\nExecStart=/bin/true\n"));
    var cycles = Cycles.of(graph(units));
    assertTrue(cycles.stream().anyMatch(Cycle::isFatal), cycles::toString);
  }

  @Test
  void aRingOfThreeThousandUnitsIsOneCycle() {
    var units = new TreeMap<String, String>();
    for (int i = 0; i < 3_000; i++) {
      String next = String.format("u%05d.service", (i + 1) % 3_000);
      units.put(
          String.format("u%05d.service", i),
          "[Unit]\nDefaultDependencies=no\nAfter=" + next + "\n[Service]\nExecStart=/bin/true\n");
    }
    var graph = graph(units);
    var cycles = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Cycles.of(graph));
    assertEquals(List.of(3_000), cycles.stream().map(c -> c.edges().size()).toList());
  }

  @Test
  void aThousandUnitsInOneKnotTakeLittleTime() {
    var random = new Random(1);
    var units = new TreeMap<String, String>();
    for (int i = 0; i < 1000; i++) {
      var text = new StringBuilder("[Unit]\nDefaultDependencies=no\n");
      for (int n = 0; n < 4; n++) {
        text.append(String.format("After=u%04d.service%n", random.nextInt(1000)));
      }
      units.put(String.format("u%04d.service", i), text + "[Service]\nExecStart=/bin/true\n");
    }
    var graph = graph(units);
    var cycles = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Cycles.of(graph));
    assertTrue(cycles.size() > 100, "too few");
  }
}
