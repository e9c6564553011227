package org.unitlint.report.svg;

/** An outline that is built up point by point: the data of a path. */
public final class Outline {
  private final StringBuilder data = new StringBuilder();

  /** Goes on there without drawing. */
  public Outline move(double x, double y) {
    return add('M', x, y);
  }

  /** A straight line to there. */
  public Outline line(double x, double y) {
    return add('L', x, y);
  }

  /** A curve to the last point by two that pull at it. */
  public Outline curve(double x1, double y1, double x2, double y2, double x, double y) {
    return add('C', x1, y1, x2, y2, x, y);
  }

  /** A curve to the last point by one that pulls at it. */
  public Outline bend(double x1, double y1, double x, double y) {
    return add('Q', x1, y1, x, y);
  }

  /** Back to where it began. */
  public Outline close() {
    data.append('Z');
    return this;
  }

  private Outline add(char letter, double... numbers) {
    data.append(letter);
    for (int i = 0; i < numbers.length; i++) {
      data.append(i == 0 ? "" : " ").append(Decimals.of(numbers[i]));
    }
    return this;
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
