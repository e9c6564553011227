package org.unitlint.report.draw;

import org.unitlint.catalog.UnitType;
import org.unitlint.report.svg.Lettering;

/** How large boxes are, and the letters in them. */
final class Extent {
  static final double NAME = 12;
  static final double SMALL = 10;
  static final double WIDEST = 230;
  static final double LINE = 13;
  static final double BASE = 26;

  /** Room beside the text for what the shape takes away. */
  static final double SIDE = 14;

  static final double GAP = 4;

  private Extent() {}

  /** The name as it is written in the box. */
  static String name(Box box) {
    return lettering(box).fit(box.name(), NAME, WIDEST);
  }

  /** One of the lines as it is written. */
  static String line(String line) {
    return Lettering.PLAIN.fit(line, SMALL, WIDEST);
  }

  static Lettering lettering(Box box) {
    return isStrong(box) ? Lettering.BOLD : Lettering.PLAIN;
  }

  static boolean isStrong(Box box) {
    return box.asked() || box.type() == UnitType.TARGET;
  }

  static double width(Box box) {
    double width = lettering(box).width(name(box), NAME) + beside(box);
    for (String line : box.lines()) {
      width = Math.max(width, Lettering.PLAIN.width(line(line), SMALL));
    }
    return Math.ceil(width) + 2 * SIDE;
  }

  /** What the badge takes of the width that the name has. */
  static double beside(Box box) {
    return box.mark().map(m -> Badge.width(m) + GAP).orElse(0.0);
  }

  static double height(Box box) {
    return BASE + LINE * box.lines().size() + (box.lines().isEmpty() ? 0 : 3);
  }
}
