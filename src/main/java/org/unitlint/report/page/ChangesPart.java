package org.unitlint.report.page;

import java.io.IOException;
import java.util.List;
import org.unitlint.report.DiffBlock;
import org.unitlint.report.DiffBlocks;
import org.unitlint.report.DiffRow;
import org.unitlint.report.DiffSummary;
import org.unitlint.report.draw.Counted;

/** What changed since a state before: unit by unit what somebody changed, and what follows. */
final class ChangesPart {
  /** More rows than that are folded. */
  private static final int MOST = 12;

  /** The title of a block tells so many units. */
  private static final int FEW = 3;

  private final Changes changes;
  private final List<DiffBlock> blocks;
  private final Hyper out;

  ChangesPart(Changes changes, Hyper out) {
    this.changes = changes;
    this.blocks = DiffBlocks.of(changes.comparison(), false);
    this.out = out;
  }

  /** How many changes are told, each with what follows from it. */
  int count() {
    return (int) blocks.stream().filter(b -> !b.section()).count();
  }

  void write() throws IOException {
    out.section("changes", "Changes since " + changes.since());
    out.element("p", "", DiffSummary.of(changes.comparison()));
    if (!blocks.isEmpty()) {
      out.element("p", "more", "+ is new, - is gone, ! is otherwise.");
    }
    for (DiffBlock block : blocks) {
      block(block);
    }
    out.end();
  }

  private void block(DiffBlock block) throws IOException {
    out.open("article", "change").open("h3", "").linked(block.title()).end();
    if (block.units().size() > FEW) {
      out.open("p", "more").linked(String.join(", ", block.units())).end();
    }
    int count = block.changes().size() + block.follows().size();
    if (count > MOST) {
      out.open("details", "").element("summary", "", Counted.of(count, "line"));
    }
    rows(block.changes());
    if (!block.section() && !block.follows().isEmpty()) {
      out.element("p", "", "so that");
    }
    rows(block.follows());
    if (count > MOST) {
      out.end();
    }
    out.end();
  }

  private void rows(List<DiffRow> rows) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    out.open("ul", "rows");
    for (DiffRow row : rows) {
      out.open("li", "").element("span", style(row), row.sign()).text(" ").linked(row.text());
      if (!row.place().isEmpty()) {
        out.text(" ").element("span", "where", row.place());
      }
      out.end();
    }
    out.end();
  }

  private static String style(DiffRow row) {
    return switch (row.sort()) {
      case NEW -> "i-added";
      case GONE -> "i-removed";
      case OTHER -> "i-warning";
    };
  }
}
