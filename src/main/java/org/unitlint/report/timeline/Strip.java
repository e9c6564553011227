package org.unitlint.report.timeline;

import java.io.IOException;
import java.util.List;
import org.unitlint.boot.Timeline.Level;
import org.unitlint.report.svg.Outline;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;
import org.unitlint.report.timeline.Chart.Versus;

/** How many starts are under way, over the time axis with its scale. */
final class Strip implements Section {
  static final double TICKS = 90;

  private static final double AXIS = 18;
  private static final double AREA = 44;
  private static final double GAP = 8;

  private final Chart chart;
  private final Scale scale;
  private final int most;

  Strip(Chart chart, Scale scale) {
    this.chart = chart;
    this.scale = scale;
    this.most = Math.max(1, Math.max(most(chart.levels()), most(chart.levelsBefore())));
  }

  private static int most(List<Level> levels) {
    return levels.stream().mapToInt(Level::starts).max().orElse(0);
  }

  @Override
  public double height() {
    return isEmpty() ? 0 : AXIS + AREA + GAP;
  }

  @Override
  public void draw(Svg svg, double top) throws IOException {
    if (isEmpty()) {
      return;
    }
    double bottom = top + AXIS + AREA;
    for (long tick : scale.ticks(TICKS)) {
      double x = scale.x(tick);
      svg.line(x, top + AXIS, x, bottom, "line-grid").end();
      label(svg, scale, tick, top + AXIS - 5);
    }
    double names = scale.left() - 12;
    svg.text(
        names, top + AXIS + 14, TimelineSvg.SMALL, Anchor.END, "muted", "starts at the same time");
    String other = ", " + (chart.versus() == Versus.RECORDED ? "recorded " : "before ");
    String peak =
        "at most "
            + most(chart.levels())
            + (chart.levelsBefore().isEmpty() ? "" : other + most(chart.levelsBefore()));
    svg.text(names, top + AXIS + 28, TimelineSvg.SMALL, Anchor.END, "muted", peak);
    svg.path(area(chart.levels(), bottom), "fill-group line-edge").end();
    if (!chart.levelsBefore().isEmpty()) {
      svg.path(area(chart.levelsBefore(), bottom), "open line-edge dashed").end();
    }
    svg.line(scale.left(), bottom, scale.right(), bottom, "line-frame").end();
  }

  private boolean isEmpty() {
    return chart.levels().isEmpty() && chart.levelsBefore().isEmpty();
  }

  static void label(Svg svg, Scale scale, long tick, double y) throws IOException {
    svg.text(scale.x(tick), y, TimelineSvg.SMALL, Anchor.MIDDLE, "muted halo", Scale.label(tick));
  }

  /** The highest level of each pixel, so that no more is drawn than can be seen. */
  private Outline area(List<Level> levels, double bottom) {
    int[] heights = new int[(int) scale.width() + 1];
    for (int i = 0; i < levels.size(); i++) {
      int from = (int) (scale.x(levels.get(i).fromMicros()) - scale.left());
      long until = i + 1 < levels.size() ? levels.get(i + 1).fromMicros() : chart.endMicros();
      int to = (int) (scale.x(until) - scale.left());
      for (int x = from; x <= Math.max(from, to - 1) && x < heights.length; x++) {
        heights[x] = Math.max(heights[x], levels.get(i).starts());
      }
    }
    var outline = new Outline().move(scale.left(), bottom);
    int height = 0;
    for (int x = 0; x < heights.length; x++) {
      if (heights[x] != height) {
        outline.line(scale.left() + x, y(height, bottom));
        height = heights[x];
        outline.line(scale.left() + x, y(height, bottom));
      }
    }
    return outline.line(scale.right(), y(height, bottom)).line(scale.right(), bottom).close();
  }

  private double y(int starts, double bottom) {
    return bottom - AREA * starts / most;
  }
}
