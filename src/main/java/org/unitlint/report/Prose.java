package org.unitlint.report;

import java.util.Arrays;
import java.util.List;

/** Text for a terminal, wrapped so that it fits into 80 columns; a longer word stands out. */
public final class Prose {
  private static final int WIDTH = 80;
  private static final int LABEL_AT = 2;
  private static final int ENTRY_AT = 14;
  private static final char GLUE = '\u00A0';

  private final StringBuilder text = new StringBuilder();
  private Gap gap = Gap.NEVER;

  private enum Gap {
    /** At the top and under a heading. */
    NEVER,
    /** Behind other lines. */
    IF_ASKED,
    /** Before the next line. */
    DUE
  }

  /** The text with blanks that no line is broken at. */
  static String glued(String text) {
    return text.replace(' ', GLUE);
  }

  /** The words in a sentence: {@code a, b or c}; no line is broken within one. */
  static String listed(List<String> words, String last) {
    var glued = words.stream().map(Prose::glued).toList();
    int end = glued.size() - 1;
    return end < 1
        ? String.join("", glued)
        : String.join(", ", glued.subList(0, end)) + " " + last + " " + glued.get(end);
  }

  /** One line as it is. */
  public Prose line(String line) {
    text.append(gap == Gap.DUE ? "\n" : "").append(line.stripTrailing()).append('\n');
    gap = Gap.IF_ASKED;
    return this;
  }

  /** A line that what follows belongs to. */
  public Prose heading(String line) {
    gap().line(line);
    gap = Gap.NEVER;
    return this;
  }

  /** An empty line before the next one, but none at the top, the end and under a heading. */
  public Prose gap() {
    gap = gap == Gap.NEVER ? Gap.NEVER : Gap.DUE;
    return this;
  }

  /** A paragraph that starts in one column, its further lines in another. */
  Prose paragraph(int first, int further, String words) {
    wrap(" ".repeat(first), further, words);
    return this;
  }

  /** A paragraph that starts in a column. */
  Prose paragraph(int column, String words) {
    return paragraph(column, column, words);
  }

  /** A label, and beside it what there is to say; nothing if that is empty. */
  Prose entry(String label, String words) {
    if (!words.isEmpty()) {
      String start = " ".repeat(LABEL_AT) + label;
      wrap(start + " ".repeat(Math.max(1, ENTRY_AT - start.length())), ENTRY_AT, words);
    }
    return this;
  }

  /** Names below each other in as many columns as there is room for. */
  Prose columns(int column, List<String> names) {
    int rows = 1;
    while (rows < names.size() && column + width(names, rows) > WIDTH) {
      rows++;
    }
    for (int row = 0; row < rows && row < names.size(); row++) {
      var line = new StringBuilder(" ".repeat(column));
      for (int i = row; i < names.size(); i += rows) {
        int room = widest(names, i - row, rows) - Cells.width(names.get(i));
        line.append(names.get(i)).append(" ".repeat(room + 2));
      }
      line(line.toString());
    }
    return this;
  }

  private static int width(List<String> names, int rows) {
    int width = -2;
    for (int first = 0; first < names.size(); first += rows) {
      width += widest(names, first, rows) + 2;
    }
    return width;
  }

  private static int widest(List<String> names, int first, int rows) {
    return names.subList(first, Math.min(first + rows, names.size())).stream()
        .mapToInt(Cells::width)
        .max()
        .orElse(0);
  }

  private void wrap(String start, int indent, String words) {
    var line = new StringBuilder(start);
    boolean fresh = true;
    for (String word : Arrays.asList(words.strip().split("[ \\n]+"))) {
      if (!fresh && Cells.width(line.toString()) + 1 + Cells.width(word) > WIDTH) {
        line(line.toString().replace(GLUE, ' '));
        line = new StringBuilder(" ".repeat(indent));
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    line(line.toString().replace(GLUE, ' '));
  }

  /** All of it, each line ended. */
  @Override
  public String toString() {
    return text.toString();
  }
}
