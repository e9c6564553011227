package org.unitlint.report;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.diff.Comparison;

/** What a change changes, for a comment in a review: short, long lists folded. */
public final class DiffMarkdown {
  private static final int MOST = 10;

  private final boolean all;
  private final StringBuilder out = new StringBuilder();

  private DiffMarkdown(boolean all) {
    this.all = all;
  }

  /**
   * The whole comment.
   *
   * @param all whether to fold nothing
   */
  public static String of(Comparison comparison, boolean all) {
    var text = new DiffMarkdown(all);
    text.out.append("**").append(DiffSummary.of(comparison)).append("**\n");
    DiffBlocks.of(comparison).forEach(text::block);
    return text.out.toString();
  }

  private void block(DiffBlock block) {
    out.append("\n#### ").append(escaped(block.title())).append("\n");
    var rows = new ArrayList<>(block.changes());
    rows.addAll(block.follows());
    if (rows.isEmpty()) {
      return;
    }
    boolean folded = !all && rows.size() > MOST;
    if (folded) {
      out.append("\n<details><summary>").append(rows.size()).append(" changes</summary>\n");
    }
    out.append('\n');
    String fence = fence(rows);
    out.append(fence).append("diff\n");
    rows(block.changes());
    if (!block.changes().isEmpty() && !block.follows().isEmpty()) {
      out.append("# so that\n");
    }
    rows(block.follows());
    out.append(fence).append('\n');
    if (folded) {
      out.append("\n</details>\n");
    }
  }

  private void rows(List<DiffRow> rows) {
    for (DiffRow row : rows) {
      out.append(row.sign()).append(' ').append(row.text());
      out.append(row.place().isEmpty() ? "" : "  (" + row.place() + ")").append('\n');
    }
  }

  /** Longer than any row of backticks in what it encloses. */
  private static String fence(List<DiffRow> rows) {
    int longest = 2;
    for (DiffRow row : rows) {
      int run = 0;
      for (char c : (row.text() + " " + row.place()).toCharArray()) {
        run = c == '`' ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    return "`".repeat(longest + 1);
  }

  /** As a line in which nothing is markup. */
  private static String escaped(String text) {
    var escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean sign = "\\`*_{}[]()<>#+!|~&@".indexOf(c) >= 0;
      escaped.append(sign ? "\\" : "").append(c);
    }
    return escaped.toString();
  }
}
