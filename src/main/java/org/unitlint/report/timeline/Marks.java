package org.unitlint.report.timeline;

import java.io.IOException;
import org.unitlint.report.svg.Outline;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Tint;
import org.unitlint.report.timeline.Chart.Moved;

/** The signs on the rows, which the legend shows too. */
final class Marks {
  static final double THICKNESS = 11;

  private static final double INSET = 2.5;
  private static final double BEFORE = 5;
  private static final double ARM = 4;
  private static final double WHISKER = 3.5;

  private Marks() {}

  /** A bar in a frame, with some paper between, so that it stands out in grey print too. */
  static void framed(Svg svg, double left, double right, double top, Tint tint) throws IOException {
    svg.rect(left, top, right - left, THICKNESS, "paper line-critical thick").end();
    double inner = right - left - 2 * INSET;
    if (inner > 0) {
      svg.rect(left + INSET, top + INSET, inner, THICKNESS - 2 * INSET, tint.fill()).end();
    }
  }

  /** The bar of the boot that is compared with. */
  static void before(Svg svg, double left, double right, double top) throws IOException {
    svg.rect(left, top, right - left, BEFORE, "soft-group line-edge").end();
  }

  /** A cross. */
  static void cross(Svg svg, double x, double y) throws IOException {
    var outline =
        new Outline()
            .move(x - ARM, y - ARM)
            .line(x + ARM, y + ARM)
            .move(x + ARM, y - ARM)
            .line(x - ARM, y + ARM);
    svg.path(outline, "open line-bad thick").end();
  }

  /** A line from one end to the other. */
  static void whisker(Svg svg, double half, double most, double middle, boolean critical)
      throws IOException {
    var outline =
        new Outline()
            .move(half, middle - WHISKER)
            .line(half, middle + WHISKER)
            .move(half, middle)
            .line(most, middle)
            .move(most, middle - WHISKER)
            .line(most, middle + WHISKER);
    svg.path(outline, "open line-paper").set("stroke-width", 4).end();
    svg.path(outline, critical ? "open line-critical" : "open line-ink")
        .set("stroke-width", 1.5)
        .end();
  }

  /** How a row parts from the boot that is compared with; nothing where it does not. */
  static void moved(Svg svg, Moved moved, double x, double y) throws IOException {
    var bar = new Outline().move(x - ARM, y).line(x + ARM, y);
    switch (moved) {
      case NOT -> {}
      case NEW -> svg.path(bar.move(x, y - ARM).line(x, y + ARM), "open line-storage thick").end();
      case GONE -> svg.path(bar, "open line-bad thick").end();
      case EARLIER -> arrow(svg, x + ARM, x - ARM, y, "fill-storage");
      case LATER -> arrow(svg, x - ARM, x + ARM, y, "bad");
    }
  }

  /** A triangle that points from one side to the other. */
  static void arrow(Svg svg, double from, double to, double y, String classes) throws IOException {
    svg.path(new Outline().move(from, y - ARM).line(to, y).line(from, y + ARM).close(), classes)
        .end();
  }
}
