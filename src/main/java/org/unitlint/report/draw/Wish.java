package org.unitlint.report.draw;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.graph.PulledIn;
import org.unitlint.graph.Selection;
import org.unitlint.graph.Subgraph;

/**
 * What is to be drawn of a graph.
 *
 * @param title of the picture
 * @param part which units and edges come into question
 * @param whole whether the part is all, so that what nothing starts is left out
 * @param asked the own names of the units that the question was about
 * @param started the own names of the units that a start of the machine starts
 * @param cycles to be shown in the foreground
 * @param critical the units that a boot waits for, from the first to the last; none if unknown
 * @param links where a click on a unit leads, by own name
 * @param marks what was found at units, by own name
 * @param inset whether it is part of a page that says itself what it shows
 */
public record Wish(
    String title,
    Subgraph part,
    boolean whole,
    SortedSet<String> asked,
    SortedSet<String> started,
    List<Cycle> cycles,
    List<String> critical,
    SortedMap<String, String> links,
    SortedMap<String, Marked> marks,
    Detail detail,
    Grouping grouping,
    boolean inset) {
  public Wish {
    asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
    started = Collections.unmodifiableSortedSet(new TreeSet<>(started));
    cycles = List.copyOf(cycles);
    critical = List.copyOf(critical);
    links = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(links)));
    marks = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(marks)));
  }

  /** A picture of its own, of units at which nothing was found. */
  public Wish(
      String title,
      Subgraph part,
      boolean whole,
      SortedSet<String> asked,
      SortedSet<String> started,
      List<Cycle> cycles,
      List<String> critical,
      SortedMap<String, String> links,
      Detail detail,
      Grouping grouping) {
    this(
        title,
        part,
        whole,
        asked,
        started,
        cycles,
        critical,
        links,
        new TreeMap<>(),
        detail,
        grouping,
        false);
  }

  /** One cycle alone, for a page that tells of it: its units, and what else ties them. */
  public static Wish cycle(DependencyGraph graph, Cycle cycle, SortedSet<String> started) {
    var units = Set.copyOf(cycle.units());
    var ring = Set.copyOf(cycle.edges());
    Predicate<Edge> tie = e -> e.kind() != Dependency.CONFLICTS && !Usual.is(e);
    return small(
        "Ordering cycle: " + cycle,
        graph,
        e -> ring.contains(e) || units.contains(e.from()) && units.contains(e.to()) && tie.test(e),
        new TreeSet<>(),
        started,
        List.of(cycle));
  }

  /**
   * Two units that exclude each other though both are started, for a page that tells of it: the
   * conflict, how they are ordered, and for each a shortest chain that pulls it in.
   */
  public static Wish conflict(DependencyGraph graph, Edge conflict, PulledIn pulled) {
    var ends = Set.of(conflict.from(), conflict.to());
    var chains = new HashSet<Edge>();
    ends.forEach(u -> chains.addAll(pulled.chain(u)));
    Predicate<Edge> between = e -> ends.contains(e.from()) && ends.contains(e.to());
    return small(
        "Conflict: " + conflict.from() + " and " + conflict.to(),
        graph,
        e -> chains.contains(e) || between.test(e),
        new TreeSet<>(ends),
        pulled.units(),
        List.of());
  }

  private static Wish small(
      String title,
      DependencyGraph graph,
      Predicate<Edge> edges,
      SortedSet<String> asked,
      SortedSet<String> started,
      List<Cycle> cycles) {
    return new Wish(
            title,
            Selection.EVERYTHING.of(graph, edges),
            false,
            asked,
            started,
            cycles,
            List.of(),
            new TreeMap<>(),
            Detail.UNITS,
            Grouping.NONE)
        .inside();
  }

  /** The same, where clicks on units lead there, by own name. */
  public Wish linked(SortedMap<String, String> targets) {
    return new Wish(
        title, part, whole, asked, started, cycles, critical, targets, marks, detail, grouping,
        inset);
  }

  /** The same, where that was found at units, by own name. */
  public Wish marked(SortedMap<String, Marked> found) {
    return new Wish(
        title, part, whole, asked, started, cycles, critical, links, found, detail, grouping,
        inset);
  }

  /** The same for a page that says itself what it shows: without a heading. */
  public Wish inside() {
    return new Wish(
        title, part, whole, asked, started, cycles, critical, links, marks, detail, grouping, true);
  }

  /** The diagram that grants it. */
  public Diagram diagram() {
    return detail == Detail.OVERVIEW ? Overview.of(this) : Sketch.of(this);
  }
}
