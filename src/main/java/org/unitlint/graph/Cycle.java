package org.unitlint.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Units that wait for each other in a ring, so that systemd must leave one out.
 *
 * @param edges the ordering, along the ring: each unit waits for the next, the last for the first;
 *     the unit with the first name begins
 * @param anchor the unit that starts all of them in one go; nothing if none does
 * @param candidates the jobs that systemd may delete to break it, by name; which it takes differs
 *     from boot to boot. None if the anchor needs all the units, so that its start fails
 * @param bystanders units of longer rings that go with the same edge, of which systemd may delete a
 *     job instead, by name
 * @param blame the edge that is best taken away
 * @param pattern the word for the known mistake that it is
 * @param advice what to do, in words
 */
public record Cycle(
    List<Edge> edges,
    Optional<String> anchor,
    List<Candidate> candidates,
    List<String> bystanders,
    Edge blame,
    String pattern,
    String advice) {
  public Cycle {
    edges = List.copyOf(edges);
    candidates = List.copyOf(candidates);
    bystanders = List.copyOf(bystanders);
  }

  /**
   * A unit whose job may be deleted.
   *
   * @param lost all units that are not started then, itself among them
   */
  public record Candidate(String unit, SortedSet<String> lost) {
    public Candidate {
      lost = Collections.unmodifiableSortedSet(new TreeSet<>(lost));
    }
  }

  /** The units along the ring: each waits for the next, the last for the first. */
  public List<String> units() {
    return edges.stream().map(Edge::from).toList();
  }

  /** The edges along the ring from the one to blame on. */
  public List<Edge> edgesFromBlame() {
    return turned(edges, edges.indexOf(blame));
  }

  /** Whether the anchor cannot be started at all. */
  public boolean isFatal() {
    return anchor.isPresent() && candidates.isEmpty();
  }

  static List<Edge> turned(List<Edge> edges, int first) {
    var turned = new ArrayList<>(edges.subList(first, edges.size()));
    turned.addAll(edges.subList(0, first));
    return turned;
  }

  /** {@code a.service → b.service → a.service}. */
  @Override
  public String toString() {
    return String.join(" → ", units()) + " → " + edges.get(0).from();
  }
}
