package org.unitlint.report.draw;

import java.util.List;

/**
 * What a picture shows, before anything has a place.
 *
 * @param title what it is of
 * @param subtitle how much of that is drawn
 * @param boxes each once, in order
 * @param arrows between boxes, in order
 * @param groups of boxes, in order
 * @param before pairs of boxes of which the first starts first, though no arrow says it
 * @param notes what is not drawn, a sentence each
 */
public record Diagram(
    String title,
    String subtitle,
    List<Box> boxes,
    List<Arrow> arrows,
    List<Group> groups,
    List<Pair> before,
    List<String> notes) {
  public Diagram {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
    groups = List.copyOf(groups);
    before = List.copyOf(before);
    notes = List.copyOf(notes);
  }

  /** Two boxes, by identity. */
  public record Pair(String first, String second) {}
}
