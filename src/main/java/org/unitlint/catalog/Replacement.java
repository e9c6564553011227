package org.unitlint.catalog;

import java.util.Optional;

/**
 * What to write instead of a directive.
 *
 * <p>Without a section the old one stays; without a directive there is no direct successor and the
 * note says what there is; with a value that value is written, else the old one. A note beside a
 * directive warns that the value means something else there; it may be empty.
 */
public record Replacement(
    Optional<String> section, Optional<String> directive, Optional<String> value, String note) {
  /** Reads four cells; empty when nothing is written in any of them. */
  static Optional<Replacement> read(Table table) {
    var replacement =
        new Replacement(table.optional(), table.optional(), table.optional(), table.cell());
    return replacement.directive.isEmpty() && replacement.note.isEmpty()
        ? Optional.empty()
        : Optional.of(replacement);
  }
}
