package org.unitlint.report.draw;

import org.unitlint.catalog.UnitType;
import org.unitlint.report.draw.Placed.Area;
import org.unitlint.report.svg.Outline;

/** The outlines of units: types can be told apart without colour. */
final class Shapes {
  private static final double POINT = 8;
  private static final double ROUND = 4;

  /** How far the control points of a quarter of a circle are from its ends. */
  private static final double QUARTER = 0.5523;

  private Shapes() {}

  /** The outline of a unit of that type that fills the area. */
  static Outline of(UnitType type, Area a) {
    return switch (type) {
      case SERVICE -> rounded(a, ROUND);
      case SOCKET -> rounded(a, Math.min(a.height() / 2, 13));
      case TARGET -> hexagon(a);
      case TIMER, PATH -> slanted(a);
      case MOUNT, AUTOMOUNT, SWAP -> folder(a);
      case DEVICE -> octagon(a);
      case SLICE, SCOPE -> rounded(a, 0);
    };
  }

  /** How far inside the area the outline's left or right side is at that height. */
  static double inset(UnitType type, Area a, double y, boolean left) {
    double down = Math.max(0, Math.min(1, (y - a.y()) / a.height()));
    return switch (type) {
      case TARGET -> POINT * Math.abs(2 * down - 1);
      case TIMER, PATH -> POINT * (left ? 1 - down : down);
      case SOCKET -> pill(Math.min(a.height() / 2, 13), a, y);
      default -> 0;
    };
  }

  private static double pill(double radius, Area a, double y) {
    double off = Math.max(0, radius - Math.min(y - a.y(), a.bottom() - y));
    return radius - Math.sqrt(Math.max(0, radius * radius - off * off));
  }

  private static Outline hexagon(Area a) {
    double middle = a.y() + a.height() / 2;
    return new Outline()
        .move(a.x() + POINT, a.y())
        .line(a.right() - POINT, a.y())
        .line(a.right(), middle)
        .line(a.right() - POINT, a.bottom())
        .line(a.x() + POINT, a.bottom())
        .line(a.x(), middle)
        .close();
  }

  private static Outline slanted(Area a) {
    return new Outline()
        .move(a.x() + POINT, a.y())
        .line(a.right(), a.y())
        .line(a.right() - POINT, a.bottom())
        .line(a.x(), a.bottom())
        .close();
  }

  private static Outline folder(Area a) {
    return new Outline()
        .move(a.x(), a.y())
        .line(a.right() - POINT, a.y())
        .line(a.right(), a.y() + POINT)
        .line(a.right(), a.bottom())
        .line(a.x(), a.bottom())
        .close();
  }

  private static Outline octagon(Area a) {
    double c = POINT - 2;
    return new Outline()
        .move(a.x() + c, a.y())
        .line(a.right() - c, a.y())
        .line(a.right(), a.y() + c)
        .line(a.right(), a.bottom() - c)
        .line(a.right() - c, a.bottom())
        .line(a.x() + c, a.bottom())
        .line(a.x(), a.bottom() - c)
        .line(a.x(), a.y() + c)
        .close();
  }

  private static Outline rounded(Area a, double r) {
    double k = r * (1 - QUARTER);
    double right = a.right();
    double bottom = a.bottom();
    return new Outline()
        .move(a.x() + r, a.y())
        .line(right - r, a.y())
        .curve(right - k, a.y(), right, a.y() + k, right, a.y() + r)
        .line(right, bottom - r)
        .curve(right, bottom - k, right - k, bottom, right - r, bottom)
        .line(a.x() + r, bottom)
        .curve(a.x() + k, bottom, a.x(), bottom - k, a.x(), bottom - r)
        .line(a.x(), a.y() + r)
        .curve(a.x(), a.y() + k, a.x() + k, a.y(), a.x() + r, a.y())
        .close();
  }
}
