package org.unitlint.report;

import java.util.List;

/** Lines of two columns, the second set below the first where there is no room beside it. */
final class Columns {
  private static final int WIDTH = 100;
  private static final int WIDEST = 60;
  private static final String INDENT = "  ";

  private Columns() {}

  /** What it is, and where that is written. */
  record Row(String text, String place) {}

  /** Writes the rows, places in one column. */
  static void write(Prose prose, Palette palette, List<Row> rows) {
    int widest =
        rows.stream().mapToInt(r -> Cells.width(r.text)).filter(w -> w <= WIDEST).max().orElse(0);
    int places = rows.stream().mapToInt(r -> Cells.width(r.place)).max().orElse(0);
    boolean beside = 2 * INDENT.length() + widest + places <= WIDTH;
    for (Row row : rows) {
      int room = widest - Cells.width(row.text);
      var line = new StringBuilder(INDENT).append(row.text);
      if (!row.place.isEmpty() && (!beside || room < 0)) {
        prose.line(line.toString());
        line = new StringBuilder(INDENT.repeat(2));
      } else {
        line.append(" ".repeat(Math.max(0, room))).append(INDENT);
      }
      palette.paint(line, Ink.HINT, row.place);
      prose.line(line.toString());
    }
  }
}
