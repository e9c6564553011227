package org.unitlint.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The directives without one of which a directive does nothing.
 *
 * @param note why, where that is not plain; may be empty
 */
public record Partners(List<String> directives, String note) {
  /** The mark of a directive that is the same in all sections that have it. */
  private static final String ANY = "*";

  public Partners {
    directives = List.copyOf(directives);
  }

  /** By section and directive, from setting-needs.tsv. */
  static Map<String, Partners> read(Table table) {
    var partners = new LinkedHashMap<String, Partners>();
    while (table.nextRow()) {
      String section = table.cell();
      String directive = table.cell();
      partners.put(key(section, directive), new Partners(table.list(), table.cell()));
    }
    return Collections.unmodifiableMap(partners);
  }

  static String key(String section, String directive) {
    return section.equals(ANY) ? directive : section + "/" + directive;
  }
}
