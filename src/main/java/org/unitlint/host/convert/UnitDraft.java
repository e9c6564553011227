package org.unitlint.host.convert;

import java.util.ArrayList;
import java.util.List;

/** The text of a unit while it is written. */
final class UnitDraft {
  private static final int WIDTH = 80;

  private final String name;
  private final List<String> head = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  /** Nothing yet, under the name of its file. */
  UnitDraft(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** What is said above all sections. */
  void head(String words) {
    wrap(words, "# ", head);
  }

  /** The same for something that belongs to the line above. */
  void headItem(String words) {
    wrap(words, "#   ", head);
  }

  /** Begins a section. */
  void section(String section) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add("[" + section + "]");
  }

  /** A setting. */
  void set(String directive, String value) {
    lines.add(directive + "=" + value);
  }

  /** What is said about the next settings. */
  void comment(String words) {
    wrap(words, "# ", lines);
  }

  private static void wrap(String words, String start, List<String> into) {
    var line = new StringBuilder(start);
    int empty = start.length();
    for (String word : Quoting.shown(words).split(" ")) {
      if (line.length() > empty && line.length() + 1 + word.length() > WIDTH) {
        into.add(line.toString());
        line = new StringBuilder(start);
      }
      line.append(line.length() > empty ? " " : "").append(word);
    }
    into.add(line.toString());
  }

  /** The whole unit. */
  ConvertedUnit unit() {
    var text = new StringBuilder();
    head.forEach(l -> text.append(l).append('\n'));
    lines.forEach(l -> text.append(l).append('\n'));
    return new ConvertedUnit(name, text.toString());
  }
}
