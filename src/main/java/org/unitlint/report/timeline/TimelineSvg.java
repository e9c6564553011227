package org.unitlint.report.timeline;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.unitlint.boot.Forecast;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Markup;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.timeline.Chart.Versus;

/** A boot as a picture: bars in time, the critical path, targets, and what runs together. */
public final class TimelineSvg {
  static final double MARGIN = 24;
  static final double NAME_SIZE = 12;
  static final double SMALL = 11;

  /** The width of a picture of many rows, and of few. */
  private static final double WIDE = 1200;

  private static final double NARROW = 960;
  private static final int FEW = 24;
  private static final double WIDEST_NAME = 270;
  private static final double NARROWEST_NAME = 150;
  private static final double GAP = 12;
  private static final double GUTTER = 18;
  private static final double BEHIND = 130;
  private static final double MOST_BEHIND = 300;

  private final Chart chart;
  private final double width;
  private final Scale scale;
  private final List<Section> sections = new ArrayList<>();

  private TimelineSvg(Chart chart, boolean alone) {
    this.chart = chart;
    this.width = chart.rows().size() <= FEW ? NARROW : WIDE;
    this.scale =
        new Scale(
            chart.beginMicros(),
            chart.endMicros(),
            MARGIN + gutter(chart) + nameWidth(chart) + GAP,
            width - MARGIN - remarkWidth(chart));
    if (alone) {
      sections.add(new Heading(chart, width));
    }
    sections.add(new Totals(chart, width));
    if (!chart.rows().isEmpty() || !chart.milestones().isEmpty()) {
      sections.add(new Legend(chart, width));
      sections.add(new Strip(chart, scale));
      sections.add(new MilestoneBand(chart, scale, width - MARGIN));
      sections.add(new Bars(chart, scale, width - MARGIN));
    }
    if (chart.standby().isPresent()) {
      sections.add(new StandbyBand(chart.standby().get(), scale, width));
    }
    sections.add(new Notes(chart.listings(), chart.smallPrint(), width));
  }

  /** Writes the picture as a file of its own. */
  public static void write(Forecast forecast, Detail detail, Writer out) throws IOException {
    draw(Chart.of(forecast, detail), out);
  }

  static void draw(Chart chart, Writer out) throws IOException {
    new TimelineSvg(chart, true).draw(new Markup(out), true);
  }

  /** Writes the picture into a page that has the theme, the title and the summary. */
  public static void embed(Chart chart, Markup markup) throws IOException {
    new TimelineSvg(chart, false).draw(markup, false);
  }

  /** The room before the names for what became of each. */
  static double gutter(Chart chart) {
    return chart.versus() == Versus.NOTHING ? 0 : GUTTER;
  }

  private static double nameWidth(Chart chart) {
    double widest =
        chart.rows().stream()
            .mapToDouble(r -> Lettering.BOLD.width(r.label(), NAME_SIZE))
            .max()
            .orElse(0);
    double fold =
        chart.fold().map(f -> Lettering.PLAIN.width(f.label(), SMALL)).orElse(NARROWEST_NAME);
    return Math.max(Math.max(NARROWEST_NAME, fold), Math.min(widest, WIDEST_NAME));
  }

  private static double remarkWidth(Chart chart) {
    double widest =
        chart.rows().stream()
            .mapToDouble(r -> Lettering.PLAIN.width(Bars.remark(chart, r), SMALL))
            .max()
            .orElse(0);
    return Math.max(BEHIND, Math.min(widest + 2 * GAP, MOST_BEHIND));
  }

  private void draw(Markup markup, boolean styled) throws IOException {
    double height = MARGIN / 2 + sections.stream().mapToDouble(Section::height).sum() + MARGIN / 2;
    var svg = Svg.begin(markup, width, height, chart.title(), chart.summary(), styled);
    double top = MARGIN / 2;
    for (Section section : sections) {
      section.draw(svg, top);
      top += section.height();
    }
    svg.finish();
  }
}
