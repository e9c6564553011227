package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The words that make up an enum.
 *
 * <p>In an open enum a word that is not listed may be right all the same. Booleans tells that every
 * spelling of a boolean is taken beside the words, and the highest number that decimal numbers from
 * 0 to there are.
 */
public record Words(
    String name, boolean open, boolean booleans, OptionalInt highestNumber, List<Word> words) {
  public Words {
    words = List.copyOf(words);
  }

  /** The word that a value is, whatever the version. */
  public Optional<Word> word(String value) {
    return words.stream().filter(w -> w.matches(value)).findFirst();
  }

  /** All enums by name, from enum-info.tsv and enums.tsv. */
  static Map<String, Words> read(Table names, Table words) {
    var listed = new LinkedHashMap<String, List<Word>>();
    while (words.nextRow()) {
      listed.computeIfAbsent(words.cell(), n -> new ArrayList<>()).add(Word.read(words));
    }
    var enums = new LinkedHashMap<String, Words>();
    while (names.nextRow()) {
      String name = names.cell();
      enums.put(
          name,
          new Words(
              name,
              names.flag(),
              names.flag(),
              names.number(),
              listed.getOrDefault(name, List.of())));
    }
    return Collections.unmodifiableMap(enums);
  }
}
