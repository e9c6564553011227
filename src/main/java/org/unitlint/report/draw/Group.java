package org.unitlint.report.draw;

/**
 * A frame around boxes.
 *
 * @param id in the diagram
 * @param label written at its top
 */
public record Group(String id, String label) {
  /** No unit's name holds it. */
  private static final String MARK = "frame ";

  /** The identity of the frame of a unit; the unit itself may have a box. */
  static String id(String unit) {
    return unit.isEmpty() ? "" : MARK + unit;
  }

  /** The unit whose frame it is. */
  static String label(String id) {
    return id.substring(MARK.length());
  }
}
