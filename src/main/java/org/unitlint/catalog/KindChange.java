package org.unitlint.catalog;

import java.util.Optional;

/** From {@code version} on the value is of another kind. */
public record KindChange(int version, String kind) {
  /** Reads one cell: {@code VERSION:KIND}, or nothing. */
  static Optional<KindChange> read(Table table) {
    String cell = table.cell();
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    int colon = cell.indexOf(':');
    return Optional.of(
        new KindChange(Integer.parseInt(cell.substring(0, colon)), cell.substring(colon + 1)));
  }
}
