package org.unitlint.report.draw;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a picture shows, before anything has a place.
 *
 * @param title what it is of
 * @param subtitle how much of that is drawn
 * @param inset whether it is drawn without title and subtitle
 * @param boxes each once, in order
 * @param arrows between boxes, in order
 * @param groups of boxes, in order
 * @param before pairs of boxes of which the first starts first, though no arrow says it
 * @param homes the box that each unit is in, by own name; units in none are not there
 * @param notes what is not drawn, a sentence each
 */
public record Diagram(
    String title,
    String subtitle,
    boolean inset,
    List<Box> boxes,
    List<Arrow> arrows,
    List<Group> groups,
    List<Pair> before,
    SortedMap<String, String> homes,
    List<String> notes) {
  public Diagram {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
    groups = List.copyOf(groups);
    before = List.copyOf(before);
    homes = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(homes)));
    notes = List.copyOf(notes);
  }

  /** Two boxes, by identity. */
  public record Pair(String first, String second) {}
}
