package org.unitlint.report.draw;

import java.io.IOException;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Box.State;
import org.unitlint.report.draw.Placed.Area;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Tint;

/** Draws the outlines of boxes. */
final class Frames {
  private static final double BEHIND = 3;

  private Frames() {}

  /** The outline of the box in that area, without any text. */
  static void draw(Svg svg, Box box, Area area) throws IOException {
    var tint = Tint.of(box.type());
    if (box.state() == State.FOLDED) {
      var shadow = new Area(area.x() + BEHIND, area.y() + BEHIND, area.width(), area.height());
      svg.path(Shapes.of(box.type(), shadow), "paper " + tint.line())
          .set("stroke-width", 1.2)
          .end();
    }
    boolean there = box.state() == State.LOADED || box.state() == State.FOLDED;
    var shape =
        svg.path(Shapes.of(box.type(), area), (there ? tint.soft() : "paper") + " " + line(box));
    shape.set("stroke-width", box.stress() != Stress.NONE || box.asked() ? 2.6 : 1.3);
    if (box.state() == State.MISSING) {
      shape.set("stroke-dasharray", "6 4");
    } else if (box.state() == State.MASKED) {
      shape.set("stroke-dasharray", "2 2.5");
    }
    shape.end();
  }

  private static String line(Box box) {
    return switch (box.stress()) {
      case CRITICAL -> "line-critical";
      case CYCLE, CUT -> "line-bad";
      case NONE ->
          box.state() == State.REFUSED
              ? "line-bad"
              : box.asked() ? "line-ink" : Tint.of(box.type()).line();
    };
  }
}
