package org.unitlint.report;

import java.util.List;

/**
 * One value of a configuration, and where it comes from.
 *
 * @param key as it is written in the file
 * @param words one, unless it is a list
 * @param file what to call the file that says so; empty for what holds by default
 * @param line where it says so
 */
public record Held(String key, Kind kind, List<String> words, String file, int line) {
  /** What a value is. */
  public enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    LIST
  }

  public Held {
    words = List.copyOf(words);
  }

  /** Where it comes from, in words. */
  String origin() {
    return file.isEmpty() ? "default" : file + ":" + line;
  }
}
