package org.unitlint.report.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Placed.Area;
import org.unitlint.report.draw.Placed.Point;

/**
 * Where the marks of the edges to take away are: on their lines, as far from all else as can be.
 */
final class CutMarks {
  /** How far a mark reaches. */
  static final double RADIUS = 8;

  private static final double STEP = 3;

  /** More room than this does not make it easier to read. */
  private static final double ROOMY = 26;

  private final Diagram diagram;
  private final Placed placed;
  private final List<Point> found = new ArrayList<>();

  private CutMarks(Diagram diagram, Placed placed) {
    this.diagram = diagram;
    this.placed = placed;
  }

  /** The middle of each mark, by the number of the arrow. */
  static Map<Integer, Point> of(Diagram diagram, Placed placed) {
    var marks = new CutMarks(diagram, placed);
    var middles = new TreeMap<Integer, Point>();
    for (int i = 0; i < diagram.arrows().size(); i++) {
      if (diagram.arrows().get(i).stress() == Stress.CUT) {
        var middle = marks.best(i);
        marks.found.add(middle);
        middles.put(i, middle);
      }
    }
    return middles;
  }

  private Point best(int arrow) {
    var line = placed.arrows().get(arrow);
    var middle = Strokes.middle(line);
    var best = middle;
    double most = -1;
    for (Point at : along(line)) {
      double room = Math.min(ROOMY, room(at, arrow)) - distance(at, middle) / 1000;
      if (room > most) {
        most = room;
        best = at;
      }
    }
    return best;
  }

  private static List<Point> along(List<Point> line) {
    var points = new ArrayList<Point>();
    for (int i = 1; i < line.size(); i++) {
      var a = line.get(i - 1);
      var b = line.get(i);
      int steps = Math.max(1, (int) (distance(a, b) / STEP));
      for (int s = 0; s <= steps; s++) {
        double part = (double) s / steps;
        points.add(new Point(a.x() + (b.x() - a.x()) * part, a.y() + (b.y() - a.y()) * part));
      }
    }
    return points;
  }

  /** How far the nearest box, other arrow, mark or end of the line is. */
  private double room(Point at, int arrow) {
    var own = placed.arrows().get(arrow);
    double ends = Math.min(distance(at, own.get(0)), distance(at, own.get(own.size() - 1)));
    double room = Math.min(ROOMY, ends - RADIUS);
    for (Area box : placed.boxes().values()) {
      room = Math.min(room, distance(at, box));
    }
    for (Point mark : found) {
      room = Math.min(room, distance(at, mark) - RADIUS);
    }
    for (int i = 0; i < placed.arrows().size() && room > 0; i++) {
      var line = placed.arrows().get(i);
      for (int k = 1; k < line.size() && i != arrow; k++) {
        room = Math.min(room, distance(at, line.get(k - 1), line.get(k)));
      }
    }
    return room;
  }

  private static double distance(Point at, Area box) {
    double x = Math.max(0, Math.max(box.x() - at.x(), at.x() - box.right()));
    double y = Math.max(0, Math.max(box.y() - at.y(), at.y() - box.bottom()));
    return Math.hypot(x, y);
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  /** How far a straight piece of a line is. */
  private static double distance(Point at, Point a, Point b) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double square = dx * dx + dy * dy;
    double part = square == 0 ? 0 : ((at.x() - a.x()) * dx + (at.y() - a.y()) * dy) / square;
    double on = Math.max(0, Math.min(1, part));
    return distance(at, new Point(a.x() + on * dx, a.y() + on * dy));
  }
}
