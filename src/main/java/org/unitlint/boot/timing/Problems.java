package org.unitlint.boot.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What could not be read of a file, a line each; of many only the first are told. */
final class Problems {
  private static final int MOST = 20;
  private static final int LONGEST = 60;

  private final List<String> told = new ArrayList<>();
  private int more;

  /** Something that is wrong on that line. */
  void add(int line, String message) {
    add(String.format(Locale.ROOT, "line %d: %s", line, message));
  }

  /** Something that is wrong with the whole. */
  void add(String message) {
    if (told.size() < MOST) {
      told.add(message);
    } else {
      more++;
    }
  }

  /** The text as it may stand in a message: short, on one line, between backticks. */
  static String quoted(String text) {
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    var quoted = new StringBuilder("`");
    start.chars().forEach(c -> quoted.append(Character.isISOControl(c) ? '\uFFFD' : (char) c));
    return quoted.append('`').toString();
  }

  /** All of them, in the order of the text. */
  List<String> all() {
    var all = new ArrayList<>(told);
    if (more > 0) {
      all.add("and " + more + " more such lines");
    }
    return List.copyOf(all);
  }
}
