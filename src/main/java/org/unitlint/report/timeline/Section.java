package org.unitlint.report.timeline;

import java.io.IOException;
import org.unitlint.report.svg.Svg;

/** A part of a picture, as wide as the picture; the next one is below it. */
interface Section {
  /** How high it is, in pixels, with the gap below it. */
  double height();

  /** Draws it. */
  void draw(Svg svg, double top) throws IOException;
}
