package org.unitlint.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unitlint.boot.Entry;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.Result;
import org.unitlint.boot.Timeline;

/** A timeline as lines of a terminal: a bar for each start, and how many run together. */
final class BootBars {
  private static final int NAME = 34;
  private static final int FEWEST = 10;
  private static final String LEVELS = " ▁▂▃▄▅▆▇█";
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
  private static final int EIGHTH = 8;

  /** What takes less hardly takes any time. */
  private static final long SHORT_MICROS = 1_000;

  private final Forecast forecast;
  private final Palette palette;
  private final int cells;
  private final long begin;
  private final long length;
  private final Set<String> critical;

  BootBars(Forecast forecast, Palette palette, int width) {
    this.forecast = forecast;
    this.palette = palette;
    this.cells = Math.max(FEWEST, width - NAME - 22);
    this.begin = forecast.beginMicros();
    this.length = Math.max(1, forecast.timeline().totalMicros() - begin);
    this.critical = new HashSet<>(forecast.timeline().criticalPath());
  }

  /** The entries that are worth a line: what takes a hundredth of the whole, or holds it up. */
  List<Entry> shown(boolean all) {
    return forecast.timeline().inOrder().stream()
        .filter(Entry::began)
        .filter(e -> all || isLong(e) || !e.result().isGood() || isHolding(e))
        .toList();
  }

  private boolean isLong(Entry entry) {
    return entry.ownMicros() + entry.managerMicros() >= Math.max(SHORT_MICROS, length / 100);
  }

  private boolean isHolding(Entry entry) {
    return critical.contains(entry.unit())
        && entry.ownMicros() >= Math.max(SHORT_MICROS, length / 1000);
  }

  /** One start. */
  String line(Entry entry) {
    var line = new StringBuilder(critical.contains(entry.unit()) ? "* " : "  ");
    String name = Cells.clean(entry.unit());
    line.append(padded(Cells.width(name) > NAME ? shortened(name) : name, NAME));
    line.append(right(Spans.of(entry.startMicros()))).append(' ');
    line.append(right(entry.result() == Result.SKIPPED ? "skipped" : Spans.of(entry.ownMicros())));
    line.append("  ");
    var ink =
        !entry.result().isGood()
            ? Ink.ERROR
            : critical.contains(entry.unit()) ? Ink.STRONG : Ink.NONE;
    palette.paint(line, ink, bar(entry));
    return line.toString().stripTrailing();
  }

  private static String shortened(String name) {
    int keep = (NAME - 1) / 2;
    return name.substring(0, keep) + "…" + name.substring(name.length() - (NAME - 1 - keep));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - Cells.width(text)));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(0, 8 - text.length())) + text;
  }

  private String bar(Entry entry) {
    int from = (int) ((entry.startMicros() - begin) * cells / length);
    int first = Math.min(Math.max(from, 0), cells - 1);
    long eighths = Math.max(1, entry.ownMicros() * cells * EIGHTH / length);
    int most = (cells - first) * EIGHTH;
    int drawn = (int) Math.min(eighths, most);
    return " ".repeat(first)
        + "█".repeat(drawn / EIGHTH)
        + (drawn % EIGHTH == 0 ? "" : EIGHTHS.charAt(drawn % EIGHTH));
  }

  /** The scale above the bars. */
  String scale() {
    String end = Spans.of(forecast.timeline().totalMicros());
    String start = Spans.of(begin);
    int gap = Math.max(1, cells - start.length() - end.length());
    return " ".repeat(2)
        + padded("unit", NAME)
        + right("start")
        + " "
        + right("took")
        + "  "
        + start
        + " ".repeat(gap)
        + end;
  }

  /** How many starts run together, over the same scale. */
  String parallelism() {
    var levels = forecast.timeline().parallelism();
    int most = levels.stream().mapToInt(Timeline.Level::starts).max().orElse(0);
    double[] sums = new double[cells];
    for (int i = 0; i + 1 < levels.size(); i++) {
      spread(sums, levels.get(i), levels.get(i + 1).fromMicros());
    }
    var line = new StringBuilder();
    for (double sum : sums) {
      int level = most == 0 ? 0 : (int) Math.ceil(sum / most * (LEVELS.length() - 1));
      line.append(LEVELS.charAt(Math.min(level, LEVELS.length() - 1)));
    }
    return "  " + padded("starts at the same time, at most " + most, NAME + 19) + line;
  }

  /** Adds one level to the cells that it lasts over. */
  private void spread(double[] sums, Timeline.Level level, long to) {
    double cell = length / (double) cells;
    double from = (level.fromMicros() - begin) / cell;
    double end = Math.min((to - begin) / cell, cells);
    for (int i = Math.max(0, (int) from); i < end; i++) {
      sums[i] += level.starts() * (Math.min(end, i + 1) - Math.max(from, i));
    }
  }
}
