package org.unitlint.report.timeline;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.unitlint.report.Spans;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;
import org.unitlint.report.timeline.Chart.Total;
import org.unitlint.report.timeline.Chart.Versus;

/**
 * When all is done, in this boot and in others: lines through the rows, and below them in steps
 * what they are, so that no line meets what belongs to another.
 */
final class Ends {
  private static final double LINE = 18;
  private static final double BASE = 4;
  private static final double SIDE = 5;

  private final Chart chart;
  private final Scale scale;
  private final List<Total> ends;
  private final double right;
  private final Side side;

  /** Where the words stand. */
  private enum Side {
    /** Left of their lines, the first line the shortest. */
    LEFT,
    /** Right of their lines, the last line the shortest. */
    RIGHT,
    /** Each towards the middle. */
    INNER
  }

  /**
   * @param right where the room for words ends
   */
  Ends(Chart chart, Scale scale, double right) {
    this.chart = chart;
    this.scale = scale;
    this.right = right;
    this.ends =
        chart.totals().stream()
            .filter(t -> lined(t.kind()))
            .sorted(Comparator.comparingLong(Total::micros))
            .toList();
    boolean left = ends.stream().allMatch(e -> x(e) - room(e) >= TimelineSvg.MARGIN);
    boolean rightToo = ends.stream().allMatch(e -> x(e) + room(e) <= right);
    this.side = left ? Side.LEFT : rightToo ? Side.RIGHT : Side.INNER;
  }

  private static boolean lined(Total.Kind kind) {
    return switch (kind) {
      case SHOWN, BEFORE, CHANCE -> true;
      case SEQUENTIAL, MAYBE -> false;
    };
  }

  private double x(Total end) {
    return scale.x(end.micros());
  }

  private double room(Total end) {
    return SIDE + lettering(end).width(words(end), TimelineSvg.SMALL);
  }

  double height() {
    return ends.size() * LINE;
  }

  /** Whether no line comes near to that. */
  boolean isClear(double from, double to) {
    return ends.stream().noneMatch(e -> x(e) > from - BASE && x(e) < to + BASE);
  }

  /** Where a text may begin so that no line runs along its first letter. */
  double beside(double from) {
    return ends.stream()
        .mapToDouble(this::x)
        .filter(x -> x > from - BASE && x < from + 2 * BASE)
        .map(x -> x + BASE)
        .reduce(from, Math::max);
  }

  /** Whether the words of that end stand left of its line. */
  private boolean isLeft(Total end) {
    return switch (side) {
      case LEFT -> true;
      case RIGHT -> false;
      case INNER -> x(end) > scale.left() + scale.width() / 2;
    };
  }

  /** How far down from the axis the label and the line of that end go. */
  private int step(int end) {
    int after = (int) ends.stream().filter(e -> !isLeft(e)).count();
    return isLeft(ends.get(end)) ? end : after - 1 - end;
  }

  /**
   * @param axis below which the words stand
   */
  void draw(Svg svg, double top, double axis) throws IOException {
    for (int i = 0; i < ends.size(); i++) {
      double bottom = axis + (step(i) + 1) * LINE;
      svg.line(x(ends.get(i)), top, x(ends.get(i)), bottom, line(ends.get(i))).end();
    }
    for (int i = 0; i < ends.size(); i++) {
      label(svg, ends.get(i), axis + (step(i) + 1) * LINE - BASE);
    }
  }

  private static String line(Total end) {
    return switch (end.kind()) {
      case SHOWN -> "line-ink";
      case CHANCE -> "line-edge dotted";
      default -> "line-edge dashed";
    };
  }

  private static Lettering lettering(Total end) {
    return end.kind() == Total.Kind.SHOWN ? Lettering.BOLD : Lettering.PLAIN;
  }

  private String words(Total end) {
    String at = Spans.of(end.micros());
    boolean plain = end.kind() == Total.Kind.SHOWN && chart.versus() == Versus.NOTHING;
    return plain
        ? "all done at " + at
        : end.kind() == Total.Kind.CHANCE
            ? end.label() + ": done by " + at
            : end.label() + ": all done at " + at;
  }

  private void label(Svg svg, Total end, double y) throws IOException {
    boolean shown = end.kind() == Total.Kind.SHOWN;
    String ink = (shown ? "ink bold" : "muted") + " halo";
    String words = words(end);
    boolean left = isLeft(end);
    double room = left ? x(end) - TimelineSvg.MARGIN : right - x(end);
    words = lettering(end).fit(words, TimelineSvg.SMALL, room - SIDE);
    double at = left ? x(end) - SIDE : x(end) + SIDE;
    svg.text(at, y, TimelineSvg.SMALL, left ? Anchor.END : Anchor.START, ink, words);
  }
}
