package org.unitlint.report;

import java.io.IOException;
import java.io.Writer;

/** How often each rule found something, in a table, instead of the findings. */
final class StatisticsReport implements FindingsReport {
  private final Palette palette;

  /** A report in the colours of the palette. */
  StatisticsReport(Palette palette) {
    this.palette = palette;
  }

  @Override
  public void write(Findings findings, Writer out) throws IOException {
    var counts = Statistics.of(findings);
    int digits = counts.isEmpty() ? 0 : String.valueOf(counts.get(0).findings()).length();
    int width = counts.stream().mapToInt(c -> c.rule().name().length()).max().orElse(0);
    for (var count : counts) {
      var line = new StringBuilder();
      String number = String.valueOf(count.findings());
      line.append(" ".repeat(digits - number.length())).append(number).append("  ");
      line.append(count.rule().code()).append("  ");
      line.append(count.rule().name()).append(" ".repeat(width - count.rule().name().length()));
      line.append("  ");
      palette.paint(line, Ink.of(count.severity()), count.severity().word());
      out.append(line.append('\n'));
    }
  }
}
