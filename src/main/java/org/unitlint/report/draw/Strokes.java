package org.unitlint.report.draw;

import java.io.IOException;
import java.util.List;
import org.unitlint.report.draw.Arrow.Order;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Placed.Point;
import org.unitlint.report.svg.Outline;
import org.unitlint.report.svg.Svg;

/** Draws the lines of arrows and their heads. */
final class Strokes {
  private static final double CORNER = 6;
  private static final double HEAD = 8;
  private static final double HALF = 3.6;
  private static final double STRONG = 3;

  private final Svg svg;

  Strokes(Svg svg) {
    this.svg = svg;
  }

  /** Makes room for an arrow that stands out. */
  void clear(Arrow arrow, List<Point> points) throws IOException {
    if (arrow.stress() != Stress.NONE) {
      svg.path(line(points, points.get(points.size() - 1)), "open line-paper")
          .set("stroke-width", STRONG + 4)
          .set("stroke-linejoin", "round")
          .end();
    }
  }

  /** One arrow along those points, its head at the last; it may be followed by a tooltip. */
  void draw(Arrow arrow, List<Point> points) throws IOException {
    svg.group("arrow").set("data-from", arrow.from()).set("data-to", arrow.to()).tip(arrow.tip());
    body(arrow, points);
    svg.path(line(points, points.get(points.size() - 1)), "hidden").set("stroke-width", 9).end();
    svg.close();
  }

  /** The arrow alone, as in a legend. */
  void body(Arrow arrow, List<Point> points) throws IOException {
    boolean conflict = arrow.bond() == Bond.CONFLICTS;
    var last = points.get(points.size() - 1);
    var near = points.get(points.size() - 2);
    var end = conflict ? last : towards(last, near, HEAD - 1);
    var outline = line(points, end);
    var shape = svg.path(outline, "open " + colour(arrow)).set("stroke-width", width(arrow));
    String dashes = dashes(arrow);
    if (!dashes.isEmpty()) {
      shape.set("stroke-dasharray", dashes);
    }
    shape.end();
    if (conflict) {
      bar(last, near, colour(arrow));
      bar(points.get(0), points.get(1), colour(arrow));
    } else {
      head(last, near, arrow);
    }
  }

  static String colour(Arrow arrow) {
    return switch (arrow.stress()) {
      case NONE -> arrow.bond().line();
      case CRITICAL -> "line-critical";
      case CYCLE, CUT -> "line-bad";
    };
  }

  static double width(Arrow arrow) {
    return arrow.stress() == Stress.NONE ? arrow.bond().width() : STRONG;
  }

  static String dashes(Arrow arrow) {
    return switch (arrow.stress()) {
      case NONE -> arrow.bond().dashes();
      case CRITICAL, CYCLE -> "";
      case CUT -> "10 6";
    };
  }

  private static String fill(Arrow arrow) {
    return switch (arrow.stress()) {
      case CRITICAL -> "critical";
      case CYCLE, CUT -> "bad";
      case NONE ->
          switch (arrow.bond()) {
            case REQUIRES -> "ink";
            case WANTS -> "fill-service";
            case TRIGGERS -> "fill-trigger";
            case FOLLOWS -> "fill-device";
            case WAITS -> "fill-storage";
            case CONFLICTS -> "bad";
          };
    };
  }

  /** A triangle; hollow where neither unit waits for the other. */
  private void head(Point tip, Point from, Arrow arrow) throws IOException {
    double length = Math.max(1e-6, Math.hypot(from.x() - tip.x(), from.y() - tip.y()));
    double dx = (from.x() - tip.x()) / length;
    double dy = (from.y() - tip.y()) / length;
    double scale = arrow.stress() == Stress.NONE ? 1 : 1.3;
    double x = tip.x() + dx * HEAD * scale;
    double y = tip.y() + dy * HEAD * scale;
    double side = HALF * scale;
    var outline =
        new Outline()
            .move(tip.x(), tip.y())
            .line(x - dy * side, y + dx * side)
            .line(x + dy * side, y - dx * side)
            .close();
    boolean hollow = arrow.order() == Order.NONE;
    svg.path(outline, (hollow ? "paper " : fill(arrow) + " ") + colour(arrow))
        .set("stroke-width", 1)
        .end();
  }

  private void bar(Point at, Point from, String colour) throws IOException {
    boolean flat = Math.abs(from.y() - at.y()) < Math.abs(from.x() - at.x());
    double x = at.x() + (flat ? Math.signum(from.x() - at.x()) * 2 : 0);
    double y = at.y() + (flat ? 0 : Math.signum(from.y() - at.y()) * 2);
    svg.line(x - (flat ? 0 : 5), y - (flat ? 5 : 0), x + (flat ? 0 : 5), y + (flat ? 5 : 0), colour)
        .set("stroke-width", 2.2)
        .end();
  }

  /** The line with round corners, up to that end. */
  private static Outline line(List<Point> points, Point end) {
    var outline = new Outline().move(points.get(0).x(), points.get(0).y());
    for (int i = 1; i < points.size() - 1; i++) {
      var at = points.get(i);
      var before = points.get(i - 1);
      var behind = points.get(i + 1);
      double room = Math.min(distance(at, before), distance(at, behind)) / 2;
      var in = towards(at, before, Math.min(CORNER, room));
      var out = towards(at, behind, Math.min(CORNER, room));
      outline.line(in.x(), in.y()).bend(at.x(), at.y(), out.x(), out.y());
    }
    return outline.line(end.x(), end.y());
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  private static Point towards(Point from, Point to, double far) {
    double length = distance(from, to);
    if (length < 1e-6) {
      return from;
    }
    double part = Math.min(1, far / length);
    return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  /** The middle of the longest piece of a line. */
  static Point middle(List<Point> points) {
    var best = points.get(0);
    double longest = -1;
    for (int i = 1; i < points.size(); i++) {
      double length = distance(points.get(i - 1), points.get(i));
      if (length > longest) {
        longest = length;
        best =
            new Point(
                (points.get(i - 1).x() + points.get(i).x()) / 2,
                (points.get(i - 1).y() + points.get(i).y()) / 2);
      }
    }
    return best;
  }
}
