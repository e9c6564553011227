package org.unitlint.report.timeline;

import java.io.IOException;
import java.util.List;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;

/** The title, and what there is to say of the whole. */
final class Heading implements Section {
  private static final double TITLE = 20;
  private static final double TITLE_HEIGHT = 34;
  private static final double SIZE = 13;
  private static final double LINE = 18;
  private static final double GAP = 8;

  private final String title;
  private final List<String> lines;

  Heading(Chart chart, double width) {
    double inner = width - 2 * TimelineSvg.MARGIN;
    this.title = Lettering.BOLD.fit(chart.title(), TITLE, inner);
    this.lines = Lettering.PLAIN.wrap(chart.summary(), SIZE, inner);
  }

  @Override
  public double height() {
    return TITLE_HEIGHT + lines.size() * LINE + GAP;
  }

  @Override
  public void draw(Svg svg, double top) throws IOException {
    double y = top + TITLE_HEIGHT - GAP;
    svg.text(TimelineSvg.MARGIN, y, TITLE, Anchor.START, "ink bold", title);
    for (String line : lines) {
      y += LINE;
      svg.text(TimelineSvg.MARGIN, y, SIZE, Anchor.START, "muted", line);
    }
  }
}
