package org.unitlint.report.draw;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where everything of a diagram is, in pixels from the upper left corner.
 *
 * @param down whether what starts first is at the top; else it is at the left
 * @param boxes by identity
 * @param groups by identity
 * @param arrows the corners of each arrow's line, in the order of the diagram's arrows; each begins
 *     at the box of the unit that depends
 */
public record Placed(
    double width,
    double height,
    boolean down,
    SortedMap<String, Area> boxes,
    SortedMap<String, Area> groups,
    List<List<Point>> arrows) {
  public Placed {
    boxes = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(boxes)));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(groups)));
    arrows = arrows.stream().map(List::copyOf).toList();
  }

  /** All of it, that far to the right and below. */
  Placed moved(double right, double below) {
    return new Placed(
        width,
        height,
        down,
        moved(boxes, right, below),
        moved(groups, right, below),
        arrows.stream()
            .map(a -> a.stream().map(p -> new Point(p.x + right, p.y + below)).toList())
            .toList());
  }

  private static SortedMap<String, Area> moved(
      Map<String, Area> areas, double right, double below) {
    var moved = new TreeMap<String, Area>();
    areas.forEach((id, a) -> moved.put(id, new Area(a.x + right, a.y + below, a.width, a.height)));
    return moved;
  }

  /** A place. */
  public record Point(double x, double y) {}

  /** A rectangle. */
  public record Area(double x, double y, double width, double height) {
    /** Its right side. */
    public double right() {
      return x + width;
    }

    /** Its lower side. */
    public double bottom() {
      return y + height;
    }

    /** Whether the two have more than a border in common. */
    public boolean overlaps(Area other) {
      return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
  }
}
