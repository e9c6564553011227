package org.unitlint.report.draw;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.graph.Cycle;
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
    Detail detail,
    Grouping grouping) {
  public Wish {
    asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
    started = Collections.unmodifiableSortedSet(new TreeSet<>(started));
    cycles = List.copyOf(cycles);
    critical = List.copyOf(critical);
    links = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(links)));
  }

  /** The diagram that grants it. */
  public Diagram diagram() {
    return detail == Detail.OVERVIEW ? Overview.of(this) : Sketch.of(this);
  }
}
