package org.unitlint.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.support.Shared;

/** Walks that are shared by all units give what a walk for each of them gives. */
class StartWalksTest {
  private static final Predicate<Edge> PULLS = e -> e.kind().pullsIn();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theSameChains(long seed) throws IOException {
    RandomGraphs.write(folder, seed, 120);
    var setup = Setup.machine(Scope.SYSTEM, Catalog.standard().newestVersion());
    var machine = new Machine(Shared.memoryTree(folder), setup);
    var graph = DependencyGraph.load(machine, DependencyGraph.everything(machine));
    int chains = 0;
    for (String anchor : graph.units().keySet().stream().limit(12).toList()) {
      var starts = Starts.by(graph, anchor);
      for (String unit : graph.units().keySet()) {
        var pulls = starts.walks().pulls(unit).chainsTo(unit, PULLS);
        assertEquals(pulls(graph, starts, unit).chainsTo(unit, PULLS), pulls);
        var demands = starts.walks().demands(unit).chainsTo(unit, Starts::isStart);
        assertEquals(demands(graph, starts, unit).chainsTo(unit, Starts::isStart), demands);
        chains += pulls.size() + demands.size();
      }
    }
    assertTrue(chains > 0, "nothing is started");
  }

  private static Walk pulls(DependencyGraph graph, Starts starts, String unit) {
    return new Walk(graph, u -> starts.atOnce().contains(u) && !u.equals(unit))
        .from(starts.first())
        .over(PULLS);
  }

  private static Walk demands(DependencyGraph graph, Starts starts, String unit) {
    return new Walk(graph, u -> starts.isLoaded(u) && !u.equals(unit))
        .from(starts.first())
        .over(PULLS)
        .over(Starts::isStart);
  }
}
