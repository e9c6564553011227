package org.unitlint.report.timeline;

import java.io.IOException;
import java.util.List;
import org.unitlint.report.Spans;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;
import org.unitlint.report.timeline.Chart.Waiter;
import org.unitlint.report.timeline.Chart.Waiters;

/** What is there when the boot is done: how long the first client of each listener waits. */
final class StandbyBand implements Section {
  private static final double TITLE = 14;
  private static final double TITLE_HEIGHT = 24;
  private static final double SIZE = 12;
  private static final double LINE = 16;
  private static final double ROW = 19;
  private static final double BAR = 9;
  private static final double LEAST = 2;
  private static final double BASE = 4;
  private static final double PAD = 6;
  private static final double GAP = 16;

  private final Waiters waiters;
  private final Scale scale;
  private final double right;
  private final List<String> summary;
  private final Notes notes;

  StandbyBand(Waiters waiters, Scale scale, double width) {
    this.waiters = waiters;
    this.scale = scale;
    this.right = width - TimelineSvg.MARGIN;
    this.summary = Lettering.PLAIN.wrap(waiters.summary(), SIZE, right - TimelineSvg.MARGIN);
    this.notes = new Notes(waiters.listings(), List.of(), width);
  }

  @Override
  public double height() {
    return TITLE_HEIGHT + summary.size() * LINE + rowsHeight() + notes.height() + GAP;
  }

  private double rowsHeight() {
    int more = waiters.shown() < waiters.waiters().size() ? 1 : 0;
    return waiters.waiters().isEmpty() ? PAD : (waiters.shown() + more) * ROW + 2 * PAD;
  }

  @Override
  public void draw(Svg svg, double top) throws IOException {
    double y = top + TITLE;
    svg.text(TimelineSvg.MARGIN, y, TITLE, Anchor.START, "ink bold", "When all is done");
    y = top + TITLE_HEIGHT;
    for (String line : summary) {
      svg.text(TimelineSvg.MARGIN, y + SIZE, SIZE, Anchor.START, "muted", line);
      y += LINE;
    }
    double rows = y + PAD;
    if (!waiters.waiters().isEmpty()) {
      svg.line(scale.left(), rows, scale.left(), rows + rowsHeight() - 2 * PAD, "line-frame").end();
    }
    for (int i = 0; i < waiters.shown(); i++) {
      draw(svg, waiters.waiters().get(i), rows + i * ROW);
    }
    more(svg, rows + waiters.shown() * ROW + ROW / 2);
    notes.draw(svg, y + rowsHeight());
  }

  private void draw(Svg svg, Waiter waiter, double y) throws IOException {
    double middle = y + ROW / 2;
    double names = scale.left() - 12;
    boolean answers = waiter.waitMicros().isPresent();
    svg.group("").set("data-unit", waiter.unit()).tip(String.join("\n", waiter.tip()));
    svg.rect(TimelineSvg.MARGIN, y, scale.right() - TimelineSvg.MARGIN, ROW, "hidden").end();
    String name =
        Lettering.PLAIN.fit(waiter.label(), TimelineSvg.NAME_SIZE, names - TimelineSvg.MARGIN);
    svg.text(
        names, middle + BASE, TimelineSvg.NAME_SIZE, Anchor.END, answers ? "ink" : "bad", name);
    double share = waiter.waitMicros().orElse(0) / (double) waiters.lengthMicros();
    double length = Math.max(LEAST, scale.width() * share);
    String classes = waiter.tint().soft() + " " + waiter.tint().line();
    if (answers) {
      svg.rect(scale.left(), middle - BAR / 2, length, BAR, classes).end();
    } else {
      Marks.cross(svg, scale.left() + PAD + BASE, middle);
    }
    double x = scale.left() + (answers ? length + PAD : 2 * PAD + 2 * BASE);
    words(svg, waiter, x, middle + BASE);
    svg.close();
  }

  /** Behind the bar, or where there is too little room within it. */
  private void words(Svg svg, Waiter waiter, double x, double y) throws IOException {
    var wait = waiter.waitMicros();
    String takes =
        wait.isEmpty()
            ? "no answer: " + waiter.remark()
            : wait.getAsLong() == 0 ? "at once" : Spans.of(wait.getAsLong());
    String all = takes + ",  " + waiter.asks();
    double room = right - x;
    double wide = Lettering.PLAIN.width(all, TimelineSvg.SMALL);
    boolean within = wide > room && x - scale.left() > room;
    double from = within ? scale.left() + PAD : x;
    String words = Lettering.PLAIN.fit(all, TimelineSvg.SMALL, within ? x - 2 * PAD - from : room);
    String ink = wait.isEmpty() ? "bad" : within ? "ink" : "muted";
    svg.text(from, y, TimelineSvg.SMALL, Anchor.START, ink, words);
  }

  private void more(Svg svg, double middle) throws IOException {
    int more = waiters.waiters().size() - waiters.shown();
    if (more > 0) {
      long slowest = waiters.waiters().get(waiters.shown()).waitMicros().orElse(0);
      String words =
          "+"
              + Charting.count(more, "more listener")
              + (slowest == 0 ? ", at once" : ", at most " + Spans.of(slowest));
      svg.text(scale.left() + PAD, middle + BASE, TimelineSvg.SMALL, Anchor.START, "muted", words);
    }
  }
}
