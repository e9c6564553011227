package org.unitlint.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the ordering that goes without saying: edges between units that other edges order all the
 * same. Inside a cycle nothing is left out, so that it shows; between cycles one edge is enough.
 */
public final class Reduction {
  private static final int BLOCK_WORDS = 64;
  private static final int BLOCK = BLOCK_WORDS * Long.SIZE;

  private Reduction() {}

  /** Those of the graph's ordering edges which the filter takes that follow from the others. */
  static Set<Edge> redundant(DependencyGraph graph, Predicate<Edge> filter) {
    var ordering = new ArrayList<Edge>();
    for (Edge edge : graph.graph().edgeSet()) {
      if (edge.kind() == Dependency.AFTER && filter.test(edge)) {
        ordering.add(edge);
      }
    }
    ordering.sort(Comparator.comparing(Edge::from).thenComparing(Edge::to));
    return redundant(ordering);
  }

  private static Set<Edge> redundant(List<Edge> edges) {
    var numbers = new HashMap<String, Integer>();
    int[] from = new int[edges.size()];
    int[] to = new int[edges.size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = number(edges.get(i).from(), numbers);
      to[i] = number(edges.get(i).to(), numbers);
    }
    var redundant = new HashSet<Edge>();
    redundant(numbers.size(), from, to).stream().mapToObj(edges::get).forEach(redundant::add);
    return redundant;
  }

  private static int number(String unit, Map<String, Integer> numbers) {
    return numbers.computeIfAbsent(unit, u -> numbers.size());
  }

  /**
   * The edges, by their index, that follow from the others; edge i leads from from[i] to to[i].
   * Takes time in proportion to vertices and edges for each {@value #BLOCK} vertices.
   */
  public static BitSet redundant(int vertices, int[] from, int[] to) {
    var components = Components.of(vertices, from, to);
    var redundant = new BitSet(from.length);
    int[][] ways = ways(components, from, to, redundant);
    long[] reached = new long[components.count() * BLOCK_WORDS];
    for (int block = 0; block < components.count(); block += BLOCK) {
      Arrays.fill(reached, 0);
      for (int component = block; component < components.count(); component++) {
        reach(component, ways[component], block, reached, components, to, redundant);
      }
    }
    return redundant;
  }

  /**
   * The edges that lead out of each component; of several between the same two the first, the
   * others are redundant.
   */
  private static int[][] ways(Components components, int[] from, int[] to, BitSet redundant) {
    int[] counts = new int[components.count()];
    var seen = new HashSet<Long>();
    for (int i = 0; i < from.length; i++) {
      int source = components.of(from[i]);
      int target = components.of(to[i]);
      if (source != target) {
        if (seen.add((long) source << Integer.SIZE | target)) {
          counts[source]++;
        } else {
          redundant.set(i);
        }
      }
    }
    int[][] ways = new int[components.count()][];
    Arrays.setAll(ways, c -> new int[counts[c]]);
    for (int i = from.length - 1; i >= 0; i--) {
      int source = components.of(from[i]);
      if (source != components.of(to[i]) && !redundant.get(i)) {
        counts[source]--;
        ways[source][counts[source]] = i;
      }
    }
    return ways;
  }

  /** Works out what of the block a component reaches: its successors come before it. */
  private static void reach(
      int component,
      int[] ways,
      int block,
      long[] reached,
      Components components,
      int[] to,
      BitSet redundant) {
    int row = component * BLOCK_WORDS;
    for (int way : ways) {
      int other = components.of(to[way]) * BLOCK_WORDS;
      for (int i = 0; i < BLOCK_WORDS; i++) {
        reached[row + i] |= reached[other + i];
      }
    }
    for (int way : ways) {
      int bit = components.of(to[way]) - block;
      if (bit >= 0 && bit < BLOCK && isSet(reached, row, bit)) {
        redundant.set(way);
      }
    }
    for (int way : ways) {
      int bit = components.of(to[way]) - block;
      if (bit >= 0 && bit < BLOCK) {
        reached[row + bit / Long.SIZE] |= 1L << bit;
      }
    }
  }

  private static boolean isSet(long[] words, int row, int bit) {
    return (words[row + bit / Long.SIZE] & 1L << bit) != 0;
  }
}
