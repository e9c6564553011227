package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A key that is often written where it has no place.
 *
 * <p>Written in no section means in any. It belongs to one of {@code sections}, or to other files,
 * or nowhere. {@code instead} is the directive that does in a unit what was meant. The hint may be
 * empty.
 */
public record Misplaced(
    String key,
    List<String> writtenIn,
    List<String> sections,
    Optional<ConfigFile> file,
    Optional<String> instead,
    String hint) {
  public Misplaced {
    writtenIn = List.copyOf(writtenIn);
    sections = List.copyOf(sections);
  }

  /** Whether the key cannot be written anywhere. */
  public boolean nowhere() {
    return sections.isEmpty() && file.isEmpty();
  }

  /** All rows of misplaced-keys.tsv by key. */
  static Map<String, List<Misplaced>> read(Table table) {
    var keys = new LinkedHashMap<String, List<Misplaced>>();
    while (table.nextRow()) {
      var misplaced = row(table);
      keys.computeIfAbsent(misplaced.key, k -> new ArrayList<>()).add(misplaced);
    }
    keys.replaceAll((key, rows) -> List.copyOf(rows));
    return Collections.unmodifiableMap(keys);
  }

  private static Misplaced row(Table table) {
    return new Misplaced(
        table.cell(), table.list(), table.list(), file(table), table.optional(), table.cell());
  }

  private static Optional<ConfigFile> file(Table table) {
    var file = new ConfigFile(table.list(), table.cell());
    return file.names().isEmpty() ? Optional.empty() : Optional.of(file);
  }
}
