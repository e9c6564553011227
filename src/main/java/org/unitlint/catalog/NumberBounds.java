package org.unitlint.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds of the numbers of one directive, where they are not those of its kind of value.
 *
 * @param word that may stand in place of a number
 */
public record NumberBounds(String directive, long lowest, long highest, Optional<String> word) {
  static Map<String, NumberBounds> read(Table table) {
    var bounds = new HashMap<String, NumberBounds>();
    while (table.nextRow()) {
      var row =
          new NumberBounds(
              table.cell(),
              Long.parseLong(table.cell()),
              Long.parseLong(table.cell()),
              table.optional());
      bounds.put(row.directive(), row);
    }
    return Map.copyOf(bounds);
  }
}
