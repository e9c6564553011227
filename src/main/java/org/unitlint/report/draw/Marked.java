package org.unitlint.report.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.unitlint.diagnostic.Severity;

/**
 * What was found at a unit, or at several.
 *
 * @param worst the severity of the worst of it
 * @param count how many findings, at least one
 * @param lines what was found, a line each
 * @param link where a click leads; empty for nowhere
 */
public record Marked(Severity worst, int count, List<String> lines, String link) {
  /** Tooltips are not longer. */
  private static final int MOST_LINES = 12;

  public Marked {
    lines = List.copyOf(lines);
    if (count < 1) {
      throw new IllegalArgumentException("no findings: " + count);
    }
  }

  /**
   * What was found at units of one box: the worst leads, the others are counted.
   *
   * @param marks at least one, by unit
   */
  static Marked of(SortedMap<String, Marked> marks) {
    if (marks.size() == 1) {
      return marks.get(marks.firstKey());
    }
    var first = marks.get(marks.firstKey());
    int count = 0;
    var lines = new ArrayList<String>();
    for (Map.Entry<String, Marked> mark : marks.entrySet()) {
      var here = mark.getValue();
      first = here.worst.compareTo(first.worst) < 0 ? here : first;
      count += here.count;
      lines.add(
          mark.getKey() + ": " + Counted.of(here.count, "finding") + ", " + here.worst.word());
    }
    return new Marked(first.worst, count, lines, first.link);
  }

  /** What a pointer over it shows. */
  String tip() {
    var all = new ArrayList<String>();
    all.add(Counted.of(count, "finding") + (count > 1 ? ", the worst: " : ": ") + worst.word());
    boolean most = lines.size() > MOST_LINES;
    all.addAll(lines.subList(0, most ? MOST_LINES - 1 : lines.size()));
    if (most) {
      all.add("and " + (lines.size() - MOST_LINES + 1) + " more");
    }
    return String.join("\n", all);
  }
}
