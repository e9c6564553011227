package org.unitlint.report;

import java.util.List;
import org.unitlint.diff.Comparison;

/** What a change changes, for people at a terminal. */
public final class DiffText {
  private static final int WIDTH = 80;
  private static final int MOST = 12;
  private static final String INDENT = "  ";

  private final boolean all;
  private final Palette palette;
  private final Prose prose = new Prose();

  private DiffText(boolean all, Palette palette) {
    this.all = all;
    this.palette = palette;
  }

  /**
   * The whole text.
   *
   * @param all whether to show all of each list
   */
  public static String of(Comparison comparison, boolean all, Palette palette) {
    var text = new DiffText(all, palette);
    text.prose.paragraph(0, DiffSummary.of(comparison));
    DiffBlocks.of(comparison, all).forEach(text::block);
    return text.prose.toString();
  }

  private void block(DiffBlock block) {
    prose.gap();
    var title = new Prose().paragraph(0, 2, block.title() + (block.section() ? ":" : ""));
    title.toString().lines().forEach(l -> prose.line(painted(Ink.STRONG, l)));
    rows(block.changes());
    if (!block.section() && !block.follows().isEmpty()) {
      prose.line(" so that");
    }
    rows(block.follows());
  }

  private String painted(Ink ink, String text) {
    var painted = new StringBuilder();
    palette.paint(painted, ink, text);
    return painted.toString();
  }

  private void rows(List<DiffRow> rows) {
    var shown = all || rows.size() <= MOST + 1 ? rows : rows.subList(0, MOST);
    int widest =
        shown.stream()
            .filter(r -> !r.place().isEmpty() && isBeside(r, Cells.width(r.text())))
            .mapToInt(r -> Cells.width(r.text()))
            .max()
            .orElse(0);
    for (DiffRow row : shown) {
      row(row, widest);
    }
    int more = rows.size() - shown.size();
    if (more > 0) {
      prose.line(INDENT + "and " + more + " more; --all shows them");
    }
  }

  private static boolean isBeside(DiffRow row, int width) {
    return 2 * INDENT.length() + 2 + width + Cells.width(row.place()) <= WIDTH;
  }

  private void row(DiffRow row, int widest) {
    int width = Cells.width(row.text());
    boolean aligned = isBeside(row, Math.max(width, widest));
    boolean beside = !row.place().isEmpty() && (aligned || isBeside(row, width));
    String sign = painted(row.ink(), row.sign()) + " ";
    if (INDENT.length() + 2 + width > WIDTH) {
      int indent = 2 * INDENT.length();
      var lines = new Prose().paragraph(indent, row.text()).toString();
      lines = INDENT + sign + lines.substring(indent);
      lines.lines().forEach(prose::line);
    } else {
      int room = aligned ? Math.max(0, widest - width) : 0;
      String place = " ".repeat(room) + INDENT + painted(Ink.HINT, row.place());
      prose.line(INDENT + sign + row.text() + (beside ? place : ""));
    }
    if (!beside && !row.place().isEmpty()) {
      prose.line(INDENT.repeat(3) + painted(Ink.HINT, row.place()));
    }
  }
}
