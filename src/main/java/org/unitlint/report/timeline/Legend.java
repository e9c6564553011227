package org.unitlint.report.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;
import org.unitlint.report.svg.Tint;
import org.unitlint.report.timeline.Chart.Moved;
import org.unitlint.report.timeline.Chart.Row;

/** What the signs of the picture mean; only those that it has. */
final class Legend implements Section {
  private static final double LINE = 20;
  private static final double SIGN = 26;
  private static final double SPACE = 20;
  private static final double GAP = 10;
  private static final double BASE = 14;
  private static final double MIDDLE = 10;

  private final List<Item> items = new ArrayList<>();
  private final List<Double> lefts = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  private record Item(String label, Sign sign) {}

  /** Draws a sign between left and right, around the middle. */
  private interface Sign {
    void draw(Svg svg, double left, double right, double middle) throws IOException;
  }

  Legend(Chart chart, double width) {
    collect(chart);
    double x = TimelineSvg.MARGIN;
    int line = 0;
    for (Item item : items) {
      double wide = SIGN + 6 + Lettering.PLAIN.width(item.label(), TimelineSvg.SMALL);
      if (x > TimelineSvg.MARGIN && x + wide > width - TimelineSvg.MARGIN) {
        x = TimelineSvg.MARGIN;
        line++;
      }
      lefts.add(x);
      lines.add(line);
      x += wide + SPACE;
    }
  }

  private void collect(Chart chart) {
    var tints = new TreeSet<Tint>();
    chart.rows().forEach(r -> tints.add(r.tint()));
    tints.forEach(t -> add(t.label(), (svg, l, r, m) -> bar(svg, l, r, m, t.fill())));
    if (chart.rows().stream().anyMatch(Row::critical)) {
      add(
          "critical path: what the boot waits for",
          (svg, l, r, m) -> Marks.framed(svg, l + 1, r - 1, m - 5.5, Tint.SERVICE));
    }
    if (chart.rows().stream().anyMatch(Row::failed)) {
      add(
          "fails",
          (svg, l, r, m) -> {
            bar(svg, l, r - 8, m, "open line-bad dashed");
            Marks.cross(svg, r - 4, m);
          });
    }
    if (chart.rows().stream().flatMap(r -> r.bar().stream()).anyMatch(Bars::isHeld)) {
      add(
          "waits for other units",
          (svg, l, r, m) -> svg.line(l, m, r, m, "line-edge dotted").end());
    }
    if (chart.rows().stream().flatMap(r -> r.bar().stream()).anyMatch(Bars::isQueued)) {
      add(
          "waits for the manager",
          (svg, l, r, m) -> svg.line(l, m, r, m, "line-frame").set("stroke-width", 3).end());
    }
    if (!chart.milestones().isEmpty()) {
      add(
          "target reached",
          (svg, l, r, m) -> MilestoneBand.diamond(svg, (l + r) / 2, m, "fill-target").end());
    }
    if (chart.rows().stream().anyMatch(r -> r.spread().isPresent())) {
      add(
          "ready in half, in nine of ten boots",
          (svg, l, r, m) -> Marks.whisker(svg, l + 2, r - 2, m, false));
    }
    switch (chart.versus()) {
      case NOTHING -> {}
      case PLAIN -> versus(chart, "before the change", "no longer", "new");
      case RECORDED -> versus(chart, "recorded", "recorded only", "not recorded");
    }
  }

  private void versus(Chart chart, String before, String gone, String fresh) {
    add(before, (svg, l, r, m) -> Marks.before(svg, l, r, m - 3));
    for (Moved moved : Moved.values()) {
      String label =
          switch (moved) {
            case NOT -> "";
            case EARLIER -> "ready earlier";
            case LATER -> "ready later";
            case NEW -> fresh;
            case GONE -> gone;
          };
      if (moved != Moved.NOT && chart.rows().stream().anyMatch(r -> r.moved() == moved)) {
        add(label, (svg, l, r, m) -> Marks.moved(svg, moved, (l + r) / 2, m));
      }
    }
  }

  private void add(String label, Sign sign) {
    items.add(new Item(label, sign));
  }

  private static void bar(Svg svg, double left, double right, double middle, String classes)
      throws IOException {
    svg.rect(left + 1, middle - 5, right - left - 2, 10, classes).end();
  }

  @Override
  public double height() {
    return lines.isEmpty() ? 0 : (lines.get(lines.size() - 1) + 1) * LINE + GAP;
  }

  @Override
  public void draw(Svg svg, double top) throws IOException {
    for (int i = 0; i < items.size(); i++) {
      double x = lefts.get(i);
      double y = top + lines.get(i) * LINE;
      items.get(i).sign().draw(svg, x, x + SIGN, y + MIDDLE);
      svg.text(
          x + SIGN + 6, y + BASE, TimelineSvg.SMALL, Anchor.START, "muted", items.get(i).label());
    }
  }
}
