package org.unitlint.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unitlint.host.Unit;

/**
 * The units that starting one unit starts too: what it requires and wants, and so on. Units that
 * cannot be loaded are not started, and pull in nothing. What conflicts drop is not considered.
 */
public final class PulledIn {
  private final DependencyGraph graph;
  private final String anchor;
  private final Map<String, Edge> first = new HashMap<>();
  private final Set<String> mattering = new HashSet<>();
  private final SortedSet<String> units = new TreeSet<>();

  private PulledIn(DependencyGraph graph, String anchor) {
    this.graph = graph;
    this.anchor = anchor;
  }

  /** What the unit of that own name, which is in the graph, starts. */
  public static PulledIn by(DependencyGraph graph, String anchor) {
    var pulled = new PulledIn(graph, anchor);
    pulled.walk();
    pulled.walkMattering();
    return pulled;
  }

  private void walk() {
    var queue = new ArrayDeque<String>();
    if (isLoaded(anchor)) {
      units.add(anchor);
      queue.add(anchor);
    }
    while (!queue.isEmpty()) {
      String unit = queue.remove();
      graph
          .out(unit)
          .filter(e -> e.kind().pullsIn() && isLoaded(e.to()))
          .forEach(
              edge -> {
                if (units.add(edge.to())) {
                  first.put(edge.to(), edge);
                  queue.add(edge.to());
                }
              });
    }
  }

  private void walkMattering() {
    var queue = new ArrayDeque<String>();
    var started = new HashSet<String>();
    if (units.contains(anchor)) {
      started.add(anchor);
      queue.add(anchor);
    }
    while (!queue.isEmpty()) {
      graph
          .out(queue.remove())
          .filter(e -> e.kind().needs() && units.contains(e.to()))
          .forEach(
              edge -> {
                mattering.add(edge.to());
                if (edge.kind().pullsIn() && started.add(edge.to())) {
                  queue.add(edge.to());
                }
              });
    }
    mattering.addAll(started);
  }

  private boolean isLoaded(String unit) {
    return Optional.ofNullable(graph.units().get(unit)).filter(Unit::isLoaded).isPresent();
  }

  /** The unit that is started first of all. */
  public String anchor() {
    return anchor;
  }

  /** The units, the anchor among them; none if that cannot be loaded. */
  public SortedSet<String> units() {
    return Collections.unmodifiableSortedSet(units);
  }

  /** Whether the unit of that own name is started. */
  public boolean contains(String unit) {
    return units.contains(unit);
  }

  /**
   * Whether the anchor needs the unit, over requirements only, so that its job is never dropped.
   */
  public boolean matters(String unit) {
    return mattering.contains(unit);
  }

  /**
   * One shortest chain of edges from the anchor to a unit that is started; empty for the anchor.
   */
  public List<Edge> chain(String unit) {
    var chain = new ArrayList<Edge>();
    for (String at = unit; first.containsKey(at); at = first.get(at).from()) {
      chain.add(first.get(at));
    }
    Collections.reverse(chain);
    return chain;
  }
}
