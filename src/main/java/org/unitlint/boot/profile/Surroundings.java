package org.unitlint.boot.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a machine runs in. The columns of the tables are in this order. */
enum Surroundings {
  HARDWARE,
  VM,
  NSPAWN,
  CONTAINER;

  /** systemd's words for virtualizations. */
  static Set<String> words() {
    return Words.TABLE.keySet();
  }

  /** Those that the word stands for. */
  static Surroundings of(String virtualization) {
    return Words.TABLE.getOrDefault(virtualization, HARDWARE);
  }

  boolean isContainer() {
    return this == NSPAWN || this == CONTAINER;
  }

  private static final class Words {
    static final Map<String, Surroundings> TABLE = read();

    private static Map<String, Surroundings> read() {
      var words = new LinkedHashMap<String, Surroundings>();
      for (var row : Rows.of("virtualizations.tsv")) {
        words.put(row.get(0), Surroundings.valueOf(row.get(1)));
      }
      return Collections.unmodifiableMap(words);
    }
  }
}
