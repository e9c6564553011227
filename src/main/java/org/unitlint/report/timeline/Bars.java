package org.unitlint.report.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.unitlint.report.Spans;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Outline;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;
import org.unitlint.report.timeline.Chart.Bar;
import org.unitlint.report.timeline.Chart.Fold;
import org.unitlint.report.timeline.Chart.Hop;
import org.unitlint.report.timeline.Chart.Milestone;
import org.unitlint.report.timeline.Chart.Moved;
import org.unitlint.report.timeline.Chart.Row;
import org.unitlint.report.timeline.Chart.Versus;

/** The rows: a bar for each start on the time axis. */
final class Bars implements Section {
  private static final double PLAIN_ROW = 19;
  private static final double PAIR_ROW = 27;
  private static final double ABOVE = 4;
  private static final double PAD = 6;
  private static final double AXIS = 18;
  private static final double GAP = 14;
  private static final double LEAST = 2;
  private static final double BASE = 4;
  private static final int TIP_UNITS = 12;
  private static final double BUCKET = 3;

  private final Chart chart;
  private final Scale scale;
  private final double right;
  private final double row;
  private final Ends ends;

  /**
   * @param right where the room for words ends
   */
  Bars(Chart chart, Scale scale, double right) {
    this.chart = chart;
    this.scale = scale;
    this.right = right;
    this.ends = new Ends(chart, scale, right);
    this.row = chart.versus() == Versus.NOTHING ? PLAIN_ROW : PAIR_ROW;
  }

  @Override
  public double height() {
    return rowsHeight() + AXIS + ends.height() + GAP;
  }

  private double rowsHeight() {
    int folded = chart.fold().isPresent() ? 1 : 0;
    return (chart.rows().size() + folded) * row + 2 * PAD;
  }

  @Override
  public void draw(Svg svg, double top) throws IOException {
    grid(svg, top);
    double y = top + PAD;
    for (int i = 0; i < chart.rows().size(); i++) {
      drawBar(svg, chart.rows().get(i), y + i * row);
    }
    for (Hop hop : chart.hops()) {
      drawHop(svg, hop, y);
    }
    for (int i = 0; i < chart.rows().size(); i++) {
      drawRemark(svg, chart.rows().get(i), y + i * row);
    }
    if (chart.fold().isPresent()) {
      drawFold(svg, chart.fold().get(), y + chart.rows().size() * row);
    }
  }

  private void grid(Svg svg, double top) throws IOException {
    double bottom = top + rowsHeight();
    shade(svg, top + PAD);
    for (long tick : ticks()) {
      svg.line(scale.x(tick), top, scale.x(tick), bottom, "line-grid").end();
    }
    for (Milestone milestone : chart.milestones()) {
      double x = scale.x(milestone.micros());
      svg.line(x, top, x, bottom, "line-frame dashed").end();
    }
    for (int i = 0; chart.versus() != Versus.NOTHING && i <= chart.rows().size(); i++) {
      double y = top + PAD + i * row;
      svg.line(TimelineSvg.MARGIN, y, scale.right(), y, "line-grid").end();
    }
    svg.line(scale.left(), bottom, scale.right(), bottom, "line-frame").end();
    ends.draw(svg, top, bottom + AXIS);
    for (long tick : ticks()) {
      double half = Lettering.PLAIN.width(Scale.label(tick), TimelineSvg.SMALL) / 2;
      if (ends.isClear(scale.x(tick) - half, scale.x(tick) + half)) {
        Strip.label(svg, scale, tick, bottom + AXIS - BASE);
      }
    }
  }

  /** What parts from the boot that is compared with. */
  private void shade(Svg svg, double top) throws IOException {
    double inner = scale.right() - TimelineSvg.MARGIN;
    for (int i = 0; i < chart.rows().size(); i++) {
      if (chart.rows().get(i).moved() != Moved.NOT) {
        svg.rect(TimelineSvg.MARGIN, top + i * row, inner, row, "panel").end();
      }
    }
  }

  /** None where nothing takes any time. */
  private List<Long> ticks() {
    return chart.levels().isEmpty() ? List.of() : scale.ticks(Strip.TICKS);
  }

  /** The middle of the main bar in a row. */
  private double middle(double y) {
    return chart.versus() == Versus.NOTHING ? y + row / 2 : y + ABOVE + Marks.THICKNESS / 2;
  }

  private void drawBar(Svg svg, Row shown, double y) throws IOException {
    double inner = scale.right() - TimelineSvg.MARGIN;
    svg.group("").set("data-unit", shown.unit()).tip(String.join("\n", shown.tip()));
    svg.rect(TimelineSvg.MARGIN, y, inner, row, "hidden").end();
    Marks.moved(svg, shown.moved(), TimelineSvg.MARGIN + PAD, middle(y));
    drawName(svg, shown, middle(y) + BASE);
    if (shown.before().isPresent()) {
      var bar = shown.before().get();
      double left = scale.x(bar.startMicros());
      double right = Math.max(left + LEAST, scale.x(bar.endMicros()));
      Marks.before(svg, left, right, y + ABOVE + Marks.THICKNESS + 3);
    }
    if (shown.bar().isPresent()) {
      draw(svg, shown, shown.bar().get(), middle(y));
    }
    svg.close();
  }

  private void drawName(Svg svg, Row shown, double y) throws IOException {
    var lettering = shown.critical() ? Lettering.BOLD : Lettering.PLAIN;
    double names = scale.left() - 12;
    double room = names - TimelineSvg.MARGIN - TimelineSvg.gutter(chart);
    String name = lettering.fit(shown.label(), TimelineSvg.NAME_SIZE, room);
    boolean gone = shown.moved() == Moved.GONE;
    String ink =
        gone ? "muted struck" : shown.failed() ? "bad" : shown.critical() ? "critical bold" : "ink";
    svg.text(names, y, TimelineSvg.NAME_SIZE, Anchor.END, ink, name);
  }

  private void draw(Svg svg, Row shown, Bar bar, double middle) throws IOException {
    double queued = scale.x(bar.queuedMicros());
    double released = scale.x(bar.releasedMicros());
    double left = scale.x(bar.startMicros());
    double right = Math.max(left + LEAST, scale.x(bar.endMicros()));
    if (isHeld(bar)) {
      svg.line(queued, middle, released, middle, "line-edge dotted").end();
    }
    if (isQueued(bar)) {
      svg.line(released, middle, left, middle, "line-frame").set("stroke-width", 3).end();
    }
    if (bar.startMicros() > chart.endMicros()) {
      Marks.arrow(svg, scale.right() - PAD, scale.right() + LEAST, middle, shown.tint().fill());
      return;
    }
    double above = middle - Marks.THICKNESS / 2;
    if (shown.failed()) {
      String classes = shown.tint().soft() + " line-bad dashed";
      svg.rect(left, above, right - left, Marks.THICKNESS, classes).end();
    } else if (shown.critical()) {
      Marks.framed(svg, left, right, above, shown.tint());
    } else {
      svg.rect(left, above, right - left, Marks.THICKNESS, shown.tint().fill()).end();
    }
    if (shown.failed()) {
      Marks.cross(svg, right + PAD, middle);
    }
    if (shown.spread().isPresent()) {
      double half = scale.x(shown.spread().get().p50Micros());
      if (half > right) {
        svg.line(right, middle, half, middle, "line-edge dashed").end();
      }
      Marks.whisker(svg, half, scale.x(shown.spread().get().p90Micros()), middle, shown.critical());
    }
  }

  /** Whether there is a wait for other units. */
  static boolean isHeld(Bar bar) {
    return bar.releasedMicros() > bar.queuedMicros();
  }

  /** Whether there is a wait for the manager that is worth a line. */
  static boolean isQueued(Bar bar) {
    return bar.startMicros() > bar.releasedMicros();
  }

  private void drawHop(Svg svg, Hop hop, double top) throws IOException {
    var to = chart.rows().get(hop.to()).bar();
    if (to.isEmpty()) {
      return;
    }
    double x = scale.x(hop.micros());
    var outline =
        new Outline()
            .move(x, middle(top + hop.from() * row))
            .line(x, middle(top + hop.to() * row))
            .line(Math.max(x, scale.x(to.get().startMicros())), middle(top + hop.to() * row));
    svg.path(outline, "open line-critical").set("stroke-width", 1.5).end();
  }

  private void drawRemark(Svg svg, Row shown, double y) throws IOException {
    double x = scale.left();
    if (shown.bar().isPresent()) {
      x =
          Math.max(
              scale.x(shown.bar().get().endMicros()),
              scale.x(shown.bar().get().startMicros()) + LEAST);
    } else if (shown.before().isPresent()) {
      x = scale.x(shown.before().get().endMicros());
    }
    if (shown.spread().isPresent()) {
      x = Math.max(x, scale.x(shown.spread().get().p90Micros()));
    }
    x = ends.beside(x + (shown.failed() ? 3 * BASE + PAD : PAD));
    String ink = (shown.failed() ? "bad" : shown.critical() ? "critical" : "muted") + " halo";
    String words = Lettering.PLAIN.fit(remark(chart, shown), TimelineSvg.SMALL, right - x);
    svg.text(x, middle(y) + BASE, TimelineSvg.SMALL, Anchor.START, ink, words);
  }

  /** What is written behind a bar; one that is cut off says when it ends. */
  static String remark(Chart chart, Row row) {
    return row.bar()
        .filter(b -> b.endMicros() > chart.endMicros())
        .map(b -> row.remark() + ", ends at " + Spans.of(b.endMicros()))
        .orElse(row.remark());
  }

  /** A mark where short starts began, the higher the more of them. */
  private void drawFold(Svg svg, Fold fold, double y) throws IOException {
    double bottom = y + row - 3;
    svg.text(scale.left() - 12, bottom - 3, TimelineSvg.SMALL, Anchor.END, "muted", fold.label());
    var buckets = new TreeMap<Integer, List<Fold.Start>>();
    for (Fold.Start start : fold.starts()) {
      int bucket = (int) ((scale.x(start.micros()) - scale.left()) / BUCKET);
      buckets.computeIfAbsent(bucket, b -> new ArrayList<>()).add(start);
    }
    int most = buckets.values().stream().mapToInt(List::size).max().orElse(1);
    for (var bucket : buckets.entrySet()) {
      var starts = bucket.getValue();
      double height = 4 + (row - 8) * Math.sqrt(starts.size() / (double) most);
      double x = scale.left() + bucket.getKey() * BUCKET;
      svg.rect(x, bottom - height, BUCKET - 1, height, "fill-device").tip(tip(starts));
    }
  }

  private static String tip(List<Fold.Start> starts) {
    var tip = new StringBuilder();
    for (Fold.Start start : starts.stream().limit(TIP_UNITS).toList()) {
      tip.append(tip.length() == 0 ? "" : "\n").append(start.unit());
      tip.append(" at ").append(Spans.of(start.micros()));
    }
    int more = starts.size() - TIP_UNITS;
    return more > 0 ? tip + "\nand " + more + " more" : tip.toString();
  }
}
