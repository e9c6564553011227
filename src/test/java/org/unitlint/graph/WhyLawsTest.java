package org.unitlint.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.support.Shared;

/** What holds for the answers about any unit of a tree. */
class WhyLawsTest {
  private static final Path TREE =
      Path.of(System.getProperty("unitlint.basedir", "."), "testdata/why/started/root");

  private static DependencyGraph graph() throws IOException {
    var setup = Setup.machine(Scope.SYSTEM, Catalog.standard().newestVersion());
    var machine = new Machine(Shared.memoryTree(TREE), setup);
    return DependencyGraph.load(machine, DependencyGraph.everything(machine));
  }

  @Test
  void chainsLeadFromTheAnchorToTheUnit() throws IOException {
    var graph = graph();
    var starts = Starts.by(graph, "multi-user.target");
    for (String unit : graph.units().keySet()) {
      var why = WhyStarted.of(graph, starts, unit);
      for (Chain chain : why.pulls()) {
        assertTrue(chain.links().stream().allMatch(l -> l.kind().pullsIn()), chain.toString());
        assertTrue(starts.atOnce().containsAll(chain.middle()), chain.toString());
      }
      for (Chain chain : why.demands()) {
        assertTrue(
            chain.links().stream().anyMatch(l -> Starts.isDemand(l.edge())), chain.toString());
      }
      ends(why.pulls(), "multi-user.target", unit);
      ends(why.demands(), "multi-user.target", unit);
    }
  }

  private static void ends(List<Chain> chains, String from, String to) {
    var pullers = new HashSet<String>();
    for (Chain chain : chains) {
      assertEquals(from, chain.from());
      assertEquals(to, chain.to());
      assertTrue(pullers.add(chain.last().from()), chain.toString());
    }
  }

  @Test
  void whatIsStartedIsPulledIn() throws IOException {
    var graph = graph();
    var starts = Starts.by(graph, "multi-user.target");
    for (String unit : graph.units().keySet()) {
      var why = WhyStarted.of(graph, starts, unit);
      switch (why.when()) {
        case AT_ONCE -> assertTrue(why.isAnchor() || !why.pulls().isEmpty(), unit);
        case ON_DEMAND -> {
          assertEquals(List.of(), why.pulls(), unit);
          assertTrue(!why.demands().isEmpty() || !why.busNames().isEmpty(), unit);
        }
        case NEVER -> assertTrue(why.pulls().isEmpty() || !why.unit().isLoaded(), unit);
      }
    }
  }

  @Test
  void theOtherWayRoundIsTheSameOrder() throws IOException {
    var graph = graph();
    var starts = Starts.by(graph, "multi-user.target");
    for (String unit : starts.atOnce()) {
      for (String other : starts.atOnce()) {
        if (!unit.equals(other)) {
          var why = WhyOrdered.of(graph, starts, unit, other);
          var turned = WhyOrdered.of(graph, starts, other, unit);
          assertEquals(why.after(), turned.before().stream().map(Chain::reversed).toList());
          assertEquals(why.pulls(), turned.pulledBy());
        }
      }
    }
  }
}
