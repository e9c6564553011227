package org.unitlint.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.unitlint.graph.Chain;
import org.unitlint.graph.Link;

/**
 * Draws chains as trees: a unit where chains begin, and below it one line for each link, with its
 * source beside it or, where there is no room, below it. What chains share at their beginning is
 * drawn once.
 */
final class ChainText {
  private static final int WIDTH = 100;
  private static final int MAX_COLUMN = 54;
  private static final int GAP = 2;

  private final Prose prose;
  private final Palette palette;
  private final Function<String, String> remark;

  /**
   * Draws into the text.
   *
   * @param remark what to say in brackets behind the name of a unit; may be empty
   */
  ChainText(Prose prose, Palette palette, Function<String, String> remark) {
    this.prose = prose;
    this.palette = palette;
    this.remark = remark;
  }

  /** A link, and those that follow it, by what they say. */
  private record Twig(Link link, Map<String, Twig> further) {
    static void add(List<Link> links, Map<String, Twig> twigs) {
      if (!links.isEmpty()) {
        var twig =
            twigs.computeIfAbsent(
                links.get(0).toString(), l -> new Twig(links.get(0), new LinkedHashMap<>()));
        add(links.subList(1, links.size()), twig.further);
      }
    }
  }

  /**
   * One link's lines.
   *
   * @param before what leads to it from above
   * @param below what leads on to the next line
   */
  private record Row(
      String before,
      String below,
      String words,
      String unit,
      boolean end,
      String remark,
      List<String> source) {
    int width() {
      return before.length() + words.length() + unit.length() + remark.length();
    }
  }

  /** The chains below each other, those that begin with the same unit in one tree. */
  void draw(Collection<Chain> chains) {
    var trees = new LinkedHashMap<String, List<Chain>>();
    chains.forEach(c -> trees.computeIfAbsent(c.from(), f -> new ArrayList<>()).add(c));
    for (var tree : trees.entrySet()) {
      draw(tree.getKey(), tree.getValue());
    }
  }

  private void draw(String from, List<Chain> chains) {
    var twigs = new LinkedHashMap<String, Twig>();
    chains.forEach(c -> Twig.add(c.links(), twigs));
    var rows = new ArrayList<Row>();
    rows(twigs, "", rows);
    var top = new StringBuilder();
    hint(top.append(from), bracketed(from));
    prose.gap().line(top.toString());
    int column = column(rows);
    rows.forEach(row -> draw(row, column));
  }

  private void rows(Map<String, Twig> twigs, String indent, List<Row> rows) {
    int left = twigs.size();
    for (Twig twig : twigs.values()) {
      boolean last = --left == 0;
      String further = indent + (last ? "  " : "│ ");
      rows.add(
          new Row(
              indent + (last ? "└ " : "├ "),
              further + (twig.further.isEmpty() ? "  " : "│ "),
              LinkWords.verb(twig.link) + " ",
              twig.link.to(),
              twig.further.isEmpty(),
              bracketed(twig.link.to()),
              LinkWords.source(twig.link)));
      rows(twig.further, further, rows);
    }
  }

  private String bracketed(String unit) {
    String text = remark.apply(unit);
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  /** Where the sources begin: behind the widest row that has room for its source. */
  private static int column(List<Row> rows) {
    return GAP + rows.stream().mapToInt(Row::width).filter(w -> w < MAX_COLUMN).max().orElse(0);
  }

  private void draw(Row row, int column) {
    int source = row.source.stream().mapToInt(Cells::width).max().orElse(0);
    boolean beside = row.width() + GAP <= column && column + source <= WIDTH;
    var line = new StringBuilder();
    hint(line, row.before);
    palette.paint(line.append(row.words), row.end ? Ink.STRONG : Ink.NONE, row.unit);
    hint(line, row.remark);
    if (beside) {
      hint(line.append(" ".repeat(column - row.width())), row.source.get(0));
    }
    prose.line(line.toString());
    for (String text : row.source.subList(beside ? 1 : 0, row.source.size())) {
      below(row, beside ? column - row.below.length() : 0, text);
    }
  }

  /** A line of the source alone, beside the bars that lead to the next link. */
  private void below(Row row, int room, String source) {
    var line = new StringBuilder();
    hint(line, row.below);
    hint(line.append(" ".repeat(Math.max(0, room))), source);
    prose.line(line.toString());
  }

  private void hint(StringBuilder line, String text) {
    if (!text.isEmpty()) {
      palette.paint(line, Ink.HINT, text);
    }
  }
}
