package org.unitlint.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is left out follows from what is kept, and nothing that is kept does. */
class ReductionTest {
  private static final long SEED = 11;
  private static final int GRAPHS = 400;

  private record Edges(int vertices, int[] from, int[] to) {
    static Edges random(Random random, boolean cyclic) {
      int vertices = 2 + random.nextInt(12);
      var pairs = new LinkedHashSet<Integer>();
      for (int i = random.nextInt(4 * vertices); i >= 0; i--) {
        int a = random.nextInt(vertices);
        int b = random.nextInt(vertices);
        if (a != b) {
          pairs.add(cyclic ? a * vertices + b : Math.max(a, b) * vertices + Math.min(a, b));
        }
      }
      return new Edges(
          vertices,
          pairs.stream().mapToInt(p -> p / vertices).toArray(),
          pairs.stream().mapToInt(p -> p % vertices).toArray());
    }

    BitSet redundant() {
      return Reduction.redundant(vertices, from, to);
    }

    /** Which vertices can be reached from which, over the edges not left out. */
    BitSet reach(BitSet without) {
      var reach = new BitSet();
      for (int start = 0; start < vertices; start++) {
        var queue = new ArrayDeque<Integer>();
        queue.add(start);
        while (!queue.isEmpty()) {
          int at = queue.remove();
          for (int i = 0; i < from.length; i++) {
            int next = start * vertices + to[i];
            if (from[i] == at && !without.get(i) && !reach.get(next)) {
              reach.set(next);
              queue.add(to[i]);
            }
          }
        }
      }
      return reach;
    }
  }

  @Test
  void reachabilityStays() {
    var random = new Random(SEED);
    for (int i = 0; i < GRAPHS; i++) {
      var edges = Edges.random(random, i % 2 == 0);
      assertEquals(edges.reach(new BitSet()), edges.reach(edges.redundant()), edges.toString());
    }
  }

  @Test
  void withoutCyclesNothingMoreCanBeLeftOut() {
    var random = new Random(SEED);
    for (int i = 0; i < GRAPHS; i++) {
      var edges = Edges.random(random, false);
      var redundant = edges.redundant();
      var reach = edges.reach(redundant);
      for (int kept = 0; kept < edges.from.length; kept++) {
        if (!redundant.get(kept)) {
          var less = (BitSet) redundant.clone();
          less.set(kept);
          assertFalse(reach.equals(edges.reach(less)), edges + " " + kept);
        }
      }
    }
  }

  @Test
  void cyclesStayWhole() {
    int[] from = {0, 1, 2, 0, 0, 1};
    int[] to = {1, 2, 0, 2, 3, 3};
    var redundant = new BitSet();
    redundant.set(5);
    assertEquals(redundant, Reduction.redundant(4, from, to));
  }

  /** More components than one block of bits holds. */
  @Test
  void longChainsAreReduced() {
    int length = 9000;
    int[] from = new int[2 * length];
    int[] to = new int[2 * length];
    for (int i = 0; i < length; i++) {
      from[i] = i;
      to[i] = i + 1;
      from[length + i] = i / 2;
      to[length + i] = length - i / 3;
    }
    var redundant = Reduction.redundant(length + 1, from, to);
    assertTrue(redundant.nextSetBit(0) >= length, redundant::toString);
    assertEquals(length, redundant.cardinality());
  }
}
