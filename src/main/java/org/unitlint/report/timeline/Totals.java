package org.unitlint.report.timeline;

import java.io.IOException;
import java.util.List;
import org.unitlint.report.Spans;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;
import org.unitlint.report.timeline.Chart.Total;

/** How long the whole takes in one way and another, as bars on a scale of their own. */
final class Totals implements Section {
  private static final double LINE = 20;
  private static final double PAD = 8;
  private static final double GAP = 14;
  private static final double BAR = 10;
  private static final double BASE = 14;
  private static final double VALUE = 150;
  private static final double MOST_LABEL = 520;
  private static final double LEAST = 1.5;

  private final List<Total> totals;
  private final double width;
  private final double labels;
  private final double longest;

  Totals(Chart chart, double width) {
    this.totals = chart.totals();
    this.width = width - 2 * TimelineSvg.MARGIN;
    double widest =
        totals.stream()
            .mapToDouble(t -> Lettering.BOLD.width(t.label(), TimelineSvg.NAME_SIZE))
            .max()
            .orElse(0);
    this.labels = Math.min(widest, MOST_LABEL);
    this.longest = totals.stream().mapToLong(Total::micros).max().orElse(1);
  }

  @Override
  public double height() {
    return totals.isEmpty() ? 0 : totals.size() * LINE + 2 * PAD + GAP;
  }

  @Override
  public void draw(Svg svg, double top) throws IOException {
    if (totals.isEmpty()) {
      return;
    }
    svg.rect(TimelineSvg.MARGIN, top, width, height() - GAP, "panel").set("rx", 6).end();
    double y = top + PAD;
    for (Total total : totals) {
      draw(svg, total, y);
      y += LINE;
    }
  }

  private void draw(Svg svg, Total total, double y) throws IOException {
    double size = TimelineSvg.NAME_SIZE;
    boolean shown = total.kind() == Total.Kind.SHOWN;
    var lettering = shown ? Lettering.BOLD : Lettering.PLAIN;
    String weight = shown ? "ink bold" : "ink";
    double left = TimelineSvg.MARGIN + PAD + labels;
    String label = lettering.fit(total.label(), size, labels);
    svg.text(left, y + BASE, size, Anchor.END, weight, label);
    double most = width - labels - 3 * PAD - VALUE;
    double length = Math.max(LEAST, most * total.micros() / Math.max(1, longest));
    double bar = left + PAD;
    svg.rect(bar, y + (LINE - BAR) / 2, length, BAR, classes(total.kind())).end();
    String remark = total.remark();
    String value =
        (total.kind() == Total.Kind.CHANCE ? "≤ " : "")
            + Spans.of(total.micros())
            + (remark.isEmpty() ? "" : " (" + remark + ")");
    svg.text(bar + length + PAD, y + BASE, size, Anchor.START, weight, value);
  }

  private static String classes(Total.Kind kind) {
    return switch (kind) {
      case SHOWN -> "fill-target";
      case BEFORE -> "soft-group line-edge";
      case MAYBE, CHANCE -> "soft-target line-edge dotted";
      case SEQUENTIAL -> "fill-group";
    };
  }
}
