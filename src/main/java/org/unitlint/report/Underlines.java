package org.unitlint.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rows below a shown line: its marks, and what is said about them. What is said about the last
 * mark stands beside it; the other texts hang below theirs.
 */
final class Underlines {
  /** A mark in cells, end exclusive and behind the start. */
  record Line(int start, int end, boolean primary, String text) {
    int length() {
      return end - start;
    }

    boolean covers(Line other) {
      return start == other.start && end == other.end;
    }
  }

  private final List<Line> lines;
  private final Ink primaryInk;

  /** One line of marks, at least one; texts are clean. */
  Underlines(List<Line> lines, Ink primaryInk) {
    this.lines = new ArrayList<>(lines);
    this.primaryInk = primaryInk;
    // Drawn in this order, so that the shorter stay visible on the longer.
    this.lines.sort(Comparator.comparingInt((Line l) -> -l.length()).thenComparing(Line::primary));
  }

  /** The rows from top to bottom; none is empty. */
  List<Row> rows() {
    var painted = painted();
    var rows = new ArrayList<Row>();
    rows.add(marks(painted));
    var beside = beside(painted[painted.length - 1]);
    beside.ifPresent(l -> rows.get(0).put(painted.length + 1, Ink.FRAME, l.text()));
    var hanging = new ArrayList<Line>();
    for (Line line : lines) {
      if (line != beside.orElse(null) && !line.text().isEmpty()) {
        hanging.add(line);
      }
    }
    hanging.sort(Comparator.comparingInt(l -> -l.start()));
    hang(hanging, rows);
    return rows;
  }

  /** The uppermost mark of each cell; {@code null} where there is none. */
  private Line[] painted() {
    int width = 0;
    for (Line line : lines) {
      width = Math.max(width, line.end());
    }
    var cells = new Line[width];
    for (Line line : lines) {
      Arrays.fill(cells, line.start(), line.end(), line);
    }
    return cells;
  }

  private Row marks(Line[] cells) {
    var row = new Row();
    int next;
    for (int at = 0; at < cells.length; at = next) {
      next = at + 1;
      while (next < cells.length && isAlike(cells[at], cells[next])) {
        next++;
      }
      if (cells[at] != null) {
        boolean primary = cells[at].primary();
        row.put(at, primary ? primaryInk : Ink.FRAME, (primary ? "^" : "-").repeat(next - at));
      }
    }
    return row;
  }

  private static boolean isAlike(Line a, Line b) {
    return a == null || b == null ? a == b : a.primary() == b.primary();
  }

  /** The mark whose text can stand beside the last cell's mark without doubt. */
  private Optional<Line> beside(Line last) {
    for (Line line : lines) {
      if (line.covers(last) && !line.text().isEmpty()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** Adds the rows of the hanging texts, which come from right to left. */
  private static void hang(List<Line> hanging, List<Row> rows) {
    if (hanging.isEmpty()) {
      return;
    }
    rows.add(new Row());
    int free = 0;
    int firstText = rows.size();
    for (Line line : hanging) {
      if (rows.size() == firstText || line.start() + Cells.width(line.text()) + 2 > free) {
        rows.add(new Row());
      }
      for (Row row : rows.subList(firstText - 1, rows.size() - 1)) {
        row.put(line.start(), Ink.FRAME, "|");
      }
      rows.get(rows.size() - 1).put(line.start(), Ink.FRAME, line.text());
      free = line.start();
    }
  }
}
