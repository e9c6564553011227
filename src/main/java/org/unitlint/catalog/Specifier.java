package org.unitlint.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may follow a {@code %}, and in which values. See systemd.unit(5), "Specifiers".
 *
 * @param meaning what it stands for, in a few words
 */
public record Specifier(
    char character, List<SpecifierUse> validIn, Since since, boolean deprecated, String meaning) {
  public Specifier {
    validIn = List.copyOf(validIn);
  }

  /** All specifiers, from specifiers.tsv. */
  static Map<Character, Specifier> read(Table table) {
    var specifiers = new LinkedHashMap<Character, Specifier>();
    while (table.nextRow()) {
      var specifier =
          new Specifier(
              table.cell().charAt(0),
              table.listOf(SpecifierUse.class),
              Since.read(table),
              table.flag(),
              table.cell());
      specifiers.put(specifier.character, specifier);
    }
    return Collections.unmodifiableMap(specifiers);
  }
}
