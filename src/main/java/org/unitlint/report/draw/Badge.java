package org.unitlint.report.draw;

import java.io.IOException;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.draw.Placed.Area;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Outline;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;

/** A small sign at a box: how much was found there, and by shape and colour how bad that is. */
final class Badge {
  static final double HEIGHT = 15;
  private static final double SIGN = 9;
  private static final double TEXT = 10;
  private static final double PADDING = 3;
  private static final double TOP = 5;
  private static final double RIGHT = 10;

  private Badge() {}

  /** How wide it is. */
  static double width(Marked mark) {
    return Math.ceil(Lettering.BOLD.width(text(mark), TEXT)) + SIGN + 3 * PADDING;
  }

  private static String text(Marked mark) {
    return Integer.toString(mark.count());
  }

  /** Where it is at a box in that area. */
  static Area area(Marked mark, Area box) {
    double width = width(mark);
    return new Area(box.right() - RIGHT - width, box.y() + TOP, width, HEIGHT);
  }

  /** The badge in that area, without a tooltip. */
  static void draw(Svg svg, Marked mark, Area area) throws IOException {
    svg.rect(area.x(), area.y(), area.width(), area.height(), "paper " + line(mark.worst()))
        .set("rx", 3)
        .set("stroke-width", 1.2)
        .end();
    double middle = area.y() + area.height() / 2;
    sign(svg, mark.worst(), area.x() + PADDING + SIGN / 2, middle);
    double x = area.x() + SIGN + 2 * PADDING;
    svg.text(x, middle + 3.6, TEXT, Anchor.START, "ink bold", text(mark));
  }

  /** Shapes that differ without colour too: an octagon, a triangle, a disc, a ring. */
  private static void sign(Svg svg, Severity severity, double x, double y) throws IOException {
    double r = SIGN / 2;
    switch (severity) {
      case ERROR -> {
        double c = r * 0.45;
        svg.path(octagon(x, y, r, c), "bad").end();
        svg.path(cross(x, y, 1.8), "open line-paper").set("stroke-width", 1.5).end();
      }
      case WARNING -> {
        var triangle =
            new Outline().move(x, y - r).line(x + r + 0.5, y + r).line(x - r - 0.5, y + r).close();
        svg.path(triangle, "critical").end();
        var mark = new Outline().move(x, y - 1.2).line(x, y + 1.2);
        svg.path(mark.move(x, y + 2.2).line(x, y + 3.4), "open line-paper")
            .set("stroke-width", 1.4)
            .end();
      }
      case INFO -> {
        svg.circle(x, y, r, "fill-service").end();
        var mark = new Outline().move(x, y - 2.6).line(x, y - 1.3);
        svg.path(mark.move(x, y - 0.4).line(x, y + 2.6), "open line-paper")
            .set("stroke-width", 1.4)
            .end();
      }
      case HINT -> svg.circle(x, y, r - 1, "paper line-device").set("stroke-width", 1.8).end();
    }
  }

  private static Outline octagon(double x, double y, double r, double c) {
    return new Outline()
        .move(x - c, y - r)
        .line(x + c, y - r)
        .line(x + r, y - c)
        .line(x + r, y + c)
        .line(x + c, y + r)
        .line(x - c, y + r)
        .line(x - r, y + c)
        .line(x - r, y - c)
        .close();
  }

  private static Outline cross(double x, double y, double r) {
    return new Outline()
        .move(x - r, y - r)
        .line(x + r, y + r)
        .move(x + r, y - r)
        .line(x - r, y + r);
  }

  private static String line(Severity severity) {
    return switch (severity) {
      case ERROR -> "line-bad";
      case WARNING -> "line-critical";
      case INFO -> "line-service";
      case HINT -> "line-device";
    };
  }
}
