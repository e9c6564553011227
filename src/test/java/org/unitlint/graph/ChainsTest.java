package org.unitlint.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.source.MemoryTree;

class ChainsTest {
  private static final Predicate<Edge> AFTER = e -> e.kind() == Dependency.AFTER;

  private static Edge edge(String from, Dependency kind, String to) {
    var edge = new Edge(name(from), kind, name(to));
    edge.add(
        new Reason(name(from), kind, Origin.FILE, Optional.empty(), "", Optional.empty(), false));
    return edge;
  }

  private static Edge after(String from, String to) {
    return edge(from, Dependency.AFTER, to);
  }

  private static String name(String stem) {
    return stem + ".service";
  }

  /** A graph of those edges and nothing else. */
  private static DependencyGraph graph(List<Edge> edges) {
    var setup = Setup.machine(Scope.SYSTEM, Catalog.standard().newestVersion());
    var machine = new Machine(new MemoryTree(), setup);
    var units = new TreeMap<String, Unit>();
    var graph = new EdgeGraph();
    for (Edge edge : edges) {
      for (String unit : List.of(edge.from(), edge.to())) {
        units.put(unit, machine.unit(unit).orElseThrow());
        graph.addVertex(unit);
      }
      graph.addEdge(edge.from(), edge.to(), edge);
    }
    return new DependencyGraph(machine, units, graph, new TreeMap<>());
  }

  private static List<String> texts(List<Chain> chains) {
    return chains.stream().map(c -> c.toString().replace(".service", "")).toList();
  }

  @Test
  void distinctChainsShareNoEdge() {
    var graph =
        graph(
            List.of(
                after("a", "d"),
                after("a", "b"),
                after("b", "d"),
                after("b", "c"),
                after("c", "d"),
                edge("a", Dependency.WANTS, "d")));
    var chains = new Chains(graph, AFTER, u -> true);
    assertEquals(
        List.of("a After d", "a After b After d"), texts(chains.distinct(name("a"), name("d"), 9)));
    assertEquals(List.of("a After d"), texts(chains.distinct(name("a"), name("d"), 1)));
    assertEquals(List.of(), chains.distinct(name("d"), name("a"), 9));
  }

  @Test
  void onlyTheUnitsBetweenMustBeAllowed() {
    var graph = graph(List.of(after("a", "b"), after("b", "c")));
    var none = new Chains(graph, AFTER, u -> false);
    assertEquals("[a After b]", texts(none.distinct(name("a"), name("b"), 1)).toString());
    assertEquals(Optional.empty(), none.shortest(name("a"), name("c")));
    var all = new Chains(graph, AFTER, u -> true);
    assertEquals(List.of(name("b")), all.shortest(name("a"), name("c")).orElseThrow().middle());
  }

  @Test
  void reversedChainsTellTheSame() {
    var chain = Chain.of(List.of(after("a", "b"), edge("b", Dependency.WANTS, "c")));
    assertEquals("c.service WantedBy b.service Before a.service", chain.reversed().toString());
    assertEquals(chain, chain.reversed().reversed());
  }

  @Test
  void linksMustJoin() {
    assertThrows(
        IllegalArgumentException.class, () -> Chain.of(List.of(after("a", "b"), after("c", "d"))));
    assertThrows(IllegalArgumentException.class, () -> Chain.of(List.of()));
  }

  @Test
  void oneChainForEachLastLink() {
    var edges =
        List.of(
            edge("a", Dependency.WANTS, "b"),
            edge("a", Dependency.WANTS, "c"),
            edge("b", Dependency.REQUIRES, "d"),
            edge("b", Dependency.WANTS, "d"),
            edge("c", Dependency.WANTS, "d"),
            edge("d", Dependency.WANTS, "e"),
            edge("e", Dependency.WANTS, "d"));
    Predicate<Edge> pulls = e -> e.kind().pullsIn();
    var walk =
        new Walk(graph(edges), u -> !u.equals(name("d"))).from(List.of(name("a"))).over(pulls);
    assertEquals(
        List.of("a Wants b Requires d", "a Wants c Wants d"),
        texts(walk.chainsTo(name("d"), pulls)));
  }

  @Test
  void laws() {
    var random = new Random(20);
    for (int round = 0; round < 300; round++) {
      var edges = randomEdges(random);
      var graph = graph(edges);
      Collections.shuffle(edges, random);
      var shuffled = graph(edges);
      Predicate<String> through = u -> !u.startsWith("u0.");
      for (String from : graph.units().keySet()) {
        for (String to : graph.units().keySet()) {
          var chains = new Chains(graph, AFTER, through).distinct(from, to, 5);
          check(chains, from, to, distance(edges, through, from, to));
          var same = new Chains(shuffled, AFTER, through).distinct(from, to, 5);
          assertEquals(texts(chains), texts(same));
        }
      }
    }
  }

  private static List<Edge> randomEdges(Random random) {
    var edges = new ArrayList<Edge>();
    var seen = new HashSet<String>();
    int units = 2 + random.nextInt(8);
    int wanted = random.nextInt(3 * units) + 1;
    for (int i = 0; i < wanted; i++) {
      int from = random.nextInt(units);
      int to = random.nextInt(units);
      var kind = random.nextInt(4) == 0 ? Dependency.WANTS : Dependency.AFTER;
      var edge = edge("u" + from, kind, "u" + to);
      if (from != to && seen.add(edge.toString())) {
        edges.add(edge);
      }
    }
    return edges;
  }

  private static void check(List<Chain> chains, String from, String to, int distance) {
    assertEquals(distance > 0, !chains.isEmpty(), from + " to " + to);
    var used = new HashSet<Edge>();
    int length = distance;
    for (Chain chain : chains) {
      assertEquals(from, chain.from());
      assertEquals(to, chain.to());
      assertTrue(chain.links().size() >= length, chain.toString());
      length = chain.links().size();
      assertTrue(chain.middle().stream().noneMatch(u -> u.startsWith("u0.")), chain.toString());
      for (Link link : chain.links()) {
        assertTrue(AFTER.test(link.edge()) && used.add(link.edge()), chain.toString());
      }
    }
    if (!chains.isEmpty()) {
      assertEquals(distance, chains.get(0).links().size());
    }
  }

  /** The fewest edges from one to the other, found by trying longer and longer ways; 0 if none. */
  private static int distance(List<Edge> edges, Predicate<String> through, String from, String to) {
    var at = new HashSet<>(List.of(from));
    for (int steps = 1; steps <= edges.size() && !from.equals(to); steps++) {
      var next = new HashSet<String>();
      for (Edge edge : edges) {
        boolean on = edge.from().equals(from) || through.test(edge.from());
        if (AFTER.test(edge) && at.contains(edge.from()) && on) {
          next.add(edge.to());
        }
      }
      if (next.contains(to)) {
        return steps;
      }
      at = next;
    }
    return 0;
  }
}
