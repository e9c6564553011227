package org.unitlint.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A unit that nobody should name any more.
 *
 * @param present whether some machines have it still
 * @param note why
 * @param instead the unit to name; empty where none is needed
 */
public record ObsoleteUnit(String name, boolean present, String note, Optional<String> instead) {
  /** By name, from obsolete-units.tsv. */
  static Map<String, ObsoleteUnit> read(Table table) {
    var units = new LinkedHashMap<String, ObsoleteUnit>();
    while (table.nextRow()) {
      var unit = new ObsoleteUnit(table.cell(), table.flag(), table.cell(), table.optional());
      units.put(unit.name(), unit);
    }
    return Collections.unmodifiableMap(units);
  }
}
