package org.unitlint.report;

/** Writes the lines of one finding, each behind a gutter of the same width. */
final class Pen {
  private final StringBuilder out;
  private final Palette palette;
  private final String margin;

  /** A pen whose gutter has room for the line number. */
  Pen(StringBuilder out, Palette palette, int lastLine) {
    this.out = out;
    this.palette = palette;
    this.margin = " ".repeat(Math.max(1, digits(lastLine)));
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }

  void arrow(String arrow, String where) {
    out.append(margin);
    palette.paint(out, Ink.FRAME, arrow);
    out.append(' ').append(where).append('\n');
  }

  void numbered(int line, String text) {
    String padding = margin.substring(digits(line));
    palette.paint(out, Ink.FRAME, line + padding + " |");
    if (!text.isEmpty()) {
      out.append(' ').append(text);
    }
    out.append('\n');
  }

  void framed(Row row) {
    bar().append(' ');
    row.write(out, palette);
    out.append('\n');
  }

  void framed(String text) {
    bar();
    if (!text.isEmpty()) {
      palette.paint(out.append(' '), Ink.FRAME, text);
    }
    out.append('\n');
  }

  private StringBuilder bar() {
    palette.paint(out.append(margin).append(' '), Ink.FRAME, "|");
    return out;
  }

  void gap() {
    palette.paint(out, Ink.FRAME, "...");
    out.append('\n');
  }

  /** A note or help; its further lines are set below the first. */
  void remark(String kind, String text) {
    palette.paint(out.append(margin).append(' '), Ink.FRAME, "=");
    palette.paint(out.append(' '), Ink.STRONG, kind);
    out.append(':');
    String indent = " ";
    for (String line : text.split("\n")) {
      String clean = Cells.clean(line).stripTrailing();
      out.append(clean.isEmpty() ? "" : indent).append(clean).append('\n');
      indent = " ".repeat(margin.length() + kind.length() + 5);
    }
  }
}
