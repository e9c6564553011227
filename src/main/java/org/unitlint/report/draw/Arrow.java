package org.unitlint.report.draw;

/**
 * One line from the box of a unit that depends to the box of the other.
 *
 * @param from the identity of a box, or of a frame
 * @param to of another
 * @param bond the strongest of the dependencies that it stands for
 * @param order which of the two comes first
 * @param stress whether it stands out
 * @param tip all dependencies that it stands for, a line each
 */
public record Arrow(String from, String to, Bond bond, Order order, Stress stress, String tip) {

  /** Which end starts first. */
  public enum Order {
    /** Nothing says it. */
    NONE,
    /** The one that depends waits for the other. */
    BEHIND,
    /** The one that depends comes first. */
    AHEAD
  }

  /** Why an arrow stands out. */
  public enum Stress {
    NONE,
    /** On what the boot waits for in the end. */
    CRITICAL,
    /** In an ordering cycle. */
    CYCLE,
    /** The dependency of a cycle that is best taken away. */
    CUT
  }

  /** The box that is drawn first: what it leads to, unless the order is the other way. */
  String first() {
    return order == Order.AHEAD ? from : to;
  }

  /** The box that is drawn behind the first. */
  String second() {
    return order == Order.AHEAD ? to : from;
  }
}
