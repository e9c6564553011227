package org.unitlint.report;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.diff.Comparison;

/** What a change changes, for a comment in a review: short, long lists folded. */
public final class DiffMarkdown {
  private static final int MOST = 10;

  /** GitHub takes comments of 65,536 characters; some are left to who posts it. */
  private static final int LONGEST = 60_000;

  /** Of each list, so that one alone does not take all the room. */
  private static final int LONGEST_LIST = 200;

  private final boolean all;

  private DiffMarkdown(boolean all) {
    this.all = all;
  }

  /**
   * The whole comment.
   *
   * @param all whether to fold and cut nothing
   */
  public static String of(Comparison comparison, boolean all) {
    var text = new DiffMarkdown(all);
    var blocks = DiffBlocks.of(comparison, all);
    String head = "**" + DiffSummary.of(comparison) + "**\n";
    return head + text.joined(blocks, head.length());
  }

  /** Where there is no room for all, what is of no unit goes first. */
  private String joined(List<DiffBlock> blocks, int taken) {
    var texts = blocks.stream().map(this::block).toList();
    var shown = new boolean[blocks.size()];
    int room = LONGEST - taken;
    int left = 0;
    for (boolean section : List.of(true, false)) {
      for (int i = 0; i < shown.length; i++) {
        if (blocks.get(i).section() == section) {
          shown[i] = all || texts.get(i).length() <= room;
          room -= shown[i] ? texts.get(i).length() : 0;
          left += shown[i] ? 0 : 1;
        }
      }
    }
    var out = new StringBuilder();
    for (int i = 0; i < shown.length; i++) {
      out.append(shown[i] ? texts.get(i) : "");
    }
    if (left > 0) {
      out.append("\n_").append(left).append(left == 1 ? " more part is" : " more parts are");
      out.append(" left out, as a comment is no longer than that; `--all` writes all._\n");
    }
    return out.toString();
  }

  private String block(DiffBlock block) {
    var out = new StringBuilder("\n#### ").append(escaped(block.title())).append("\n");
    var changes = cut(block.changes());
    var follows = cut(block.follows());
    int count = block.changes().size() + block.follows().size();
    if (count == 0) {
      return out.toString();
    }
    boolean folded = !all && count > MOST;
    if (folded) {
      out.append("\n<details><summary>").append(count).append(" changes</summary>\n");
    }
    String fence = fence(Stream.concat(changes.stream(), follows.stream()).toList());
    out.append('\n').append(fence).append("diff\n");
    rows(changes, out);
    more(block.changes().size() - changes.size(), out);
    if (!changes.isEmpty() && !follows.isEmpty()) {
      out.append("# so that\n");
    }
    rows(follows, out);
    more(block.follows().size() - follows.size(), out);
    out.append(fence).append('\n');
    if (folded) {
      out.append("\n</details>\n");
    }
    return out.toString();
  }

  private List<DiffRow> cut(List<DiffRow> rows) {
    return all || rows.size() <= LONGEST_LIST ? rows : rows.subList(0, LONGEST_LIST);
  }

  private static void more(int count, StringBuilder out) {
    out.append(count > 0 ? "# and " + count + " more; --all shows them\n" : "");
  }

  private static void rows(List<DiffRow> rows, StringBuilder out) {
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
