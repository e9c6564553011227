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
import org.unitlint.report.svg.Tint;
import org.unitlint.report.timeline.Chart.Bar;
import org.unitlint.report.timeline.Chart.Fold;
import org.unitlint.report.timeline.Chart.Hop;
import org.unitlint.report.timeline.Chart.Milestone;
import org.unitlint.report.timeline.Chart.Row;
import org.unitlint.report.timeline.Chart.Total;
import org.unitlint.report.timeline.Chart.Versus;

/** The rows: a bar for each start on the time axis. */
final class Bars implements Section {
  private static final double PLAIN_ROW = 19;
  private static final double PAIR_ROW = 27;
  private static final double THICKNESS = 11;
  private static final double INSET = 2.5;
  private static final double BEFORE = 5;
  private static final double ABOVE = 4;
  private static final double PAD = 6;
  private static final double AXIS = 18;
  private static final double LABELS = 18;
  private static final double GAP = 14;
  private static final double LEAST = 2;
  private static final double BASE = 4;
  private static final double WHISKER = 3.5;
  private static final int TIP_UNITS = 12;
  private static final double BUCKET = 3;

  private final Chart chart;
  private final Scale scale;
  private final double right;
  private final double row;

  /**
   * @param right where the room for words ends
   */
  Bars(Chart chart, Scale scale, double right) {
    this.chart = chart;
    this.scale = scale;
    this.right = right;
    this.row = chart.versus() == Versus.NOTHING ? PLAIN_ROW : PAIR_ROW;
  }

  @Override
  public double height() {
    return rowsHeight() + AXIS + ends().size() * LABELS + GAP;
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
    ends(svg, top, bottom);
    for (long tick : ticks()) {
      Strip.label(svg, scale, tick, bottom + AXIS - BASE);
    }
  }

  /** None where nothing takes any time. */
  private List<Long> ticks() {
    return chart.levels().isEmpty() ? List.of() : scale.ticks(Strip.TICKS);
  }

  private List<Total> ends() {
    return chart.totals().stream()
        .filter(t -> t.kind() == Total.Kind.SHOWN || t.kind() == Total.Kind.BEFORE)
        .toList();
  }

  /** When all is done, and when it was before: the lines, then over them what they are. */
  private void ends(Svg svg, double top, double bottom) throws IOException {
    var ends = ends();
    for (int i = 0; i < ends.size(); i++) {
      double x = scale.x(ends.get(i).micros());
      String line = isShown(ends.get(i)) ? "line-ink" : "line-edge dashed";
      svg.line(x, top, x, bottom + AXIS + i * LABELS + BASE, line).end();
    }
    for (int i = 0; i < ends.size(); i++) {
      label(svg, ends.get(i), bottom + AXIS + (i + 1) * LABELS - BASE);
    }
  }

  private static boolean isShown(Total total) {
    return total.kind() == Total.Kind.SHOWN;
  }

  private void label(Svg svg, Total end, double y) throws IOException {
    String words = (ends().size() > 1 ? end.label() + ": " : "") + "all done at ";
    String text = words + Spans.of(end.micros());
    var lettering = isShown(end) ? Lettering.BOLD : Lettering.PLAIN;
    double half = lettering.width(text, TimelineSvg.SMALL) / 2;
    double middle = Math.max(scale.left() + half, Math.min(scale.x(end.micros()), right - half));
    String ink = (isShown(end) ? "ink bold" : "muted") + " halo";
    svg.text(middle, y, TimelineSvg.SMALL, Anchor.MIDDLE, ink, text);
  }

  /** The middle of the main bar in a row. */
  private double middle(double y) {
    return chart.versus() == Versus.NOTHING ? y + row / 2 : y + ABOVE + THICKNESS / 2;
  }

  private void drawBar(Svg svg, Row shown, double y) throws IOException {
    svg.group("").set("data-unit", shown.unit()).tip(String.join("\n", shown.tip()));
    svg.rect(TimelineSvg.MARGIN, y, scale.right() - TimelineSvg.MARGIN, row, "hidden").end();
    var lettering = shown.critical() ? Lettering.BOLD : Lettering.PLAIN;
    double names = scale.left() - 12;
    String name = lettering.fit(shown.label(), TimelineSvg.NAME_SIZE, names - TimelineSvg.MARGIN);
    String ink = shown.failed() ? "bad" : shown.critical() ? "critical bold" : "ink";
    svg.text(names, middle(y) + BASE, TimelineSvg.NAME_SIZE, Anchor.END, ink, name);
    if (shown.before().isPresent()) {
      var bar = shown.before().get();
      double left = scale.x(bar.startMicros());
      before(
          svg, left, Math.max(left + LEAST, scale.x(bar.endMicros())), y + ABOVE + THICKNESS + 3);
    }
    if (shown.bar().isPresent()) {
      draw(svg, shown, shown.bar().get(), middle(y));
    }
    svg.close();
  }

  private void draw(Svg svg, Row shown, Bar bar, double middle) throws IOException {
    double queued = scale.x(bar.queuedMicros());
    double released = scale.x(bar.releasedMicros());
    double left = scale.x(bar.startMicros());
    double right = Math.max(left + LEAST, scale.x(bar.endMicros()));
    if (released > queued) {
      svg.line(queued, middle, released, middle, "line-edge dotted").end();
    }
    if (isQueued(bar)) {
      svg.line(released, middle, left, middle, "line-frame").set("stroke-width", 3).end();
    }
    double above = middle - THICKNESS / 2;
    if (shown.failed()) {
      String classes = shown.tint().soft() + " line-bad dashed";
      svg.rect(left, above, right - left, THICKNESS, classes).end();
    } else if (shown.critical()) {
      framed(svg, left, right, above, shown.tint());
    } else {
      svg.rect(left, above, right - left, THICKNESS, shown.tint().fill()).end();
    }
    if (shown.failed()) {
      cross(svg, right + PAD, middle);
    }
    if (shown.spread().isPresent()) {
      whisker(
          svg,
          scale.x(shown.spread().get().p50Micros()),
          scale.x(shown.spread().get().p90Micros()),
          middle);
    }
  }

  /** A bar in a frame, with some paper between, so that it stands out in grey print too. */
  static void framed(Svg svg, double left, double right, double top, Tint tint) throws IOException {
    svg.rect(left, top, right - left, THICKNESS, "paper line-critical thick").end();
    double inner = right - left - 2 * INSET;
    if (inner > 0) {
      svg.rect(left + INSET, top + INSET, inner, THICKNESS - 2 * INSET, tint.fill()).end();
    }
  }

  /** Whether there is a wait for the manager that is worth a line. */
  static boolean isQueued(Bar bar) {
    return bar.startMicros() > bar.releasedMicros();
  }

  static void before(Svg svg, double left, double right, double top) throws IOException {
    svg.rect(left, top, right - left, BEFORE, "soft-group line-edge").end();
  }

  static void cross(Svg svg, double x, double y) throws IOException {
    var outline =
        new Outline()
            .move(x - BASE, y - BASE)
            .line(x + BASE, y + BASE)
            .move(x + BASE, y - BASE)
            .line(x - BASE, y + BASE);
    svg.path(outline, "open line-bad thick").end();
  }

  static void whisker(Svg svg, double half, double most, double middle) throws IOException {
    var outline =
        new Outline()
            .move(half, middle - WHISKER)
            .line(half, middle + WHISKER)
            .move(half, middle)
            .line(most, middle)
            .move(most, middle - WHISKER)
            .line(most, middle + WHISKER);
    svg.path(outline, "open line-paper").set("stroke-width", 4).end();
    svg.path(outline, "open line-ink").set("stroke-width", 1.5).end();
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
    x += shown.failed() ? 3 * BASE + PAD : PAD;
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
