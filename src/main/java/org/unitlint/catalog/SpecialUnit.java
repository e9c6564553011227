package org.unitlint.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A unit that systemd ships or gives a meaning to. See systemd.special(7).
 *
 * <p>A passive unit is pulled in by who provides it; who needs it only orders itself after it.
 * Runlevels are the SysV words that stand for the unit, the facility is what LSB headers call it.
 */
public record SpecialUnit(
    String name,
    UnitType type,
    List<Scope> scopes,
    boolean passive,
    List<String> runlevels,
    Optional<String> lsbFacility,
    Origin origin) {
  /** The kinds of systemd in which a unit is found. */
  public enum Scope {
    SYSTEM,
    USER,
    INITRD
  }

  /** Where we know a unit from. */
  public enum Origin {
    DOCUMENTED,
    SHIPPED
  }

  public SpecialUnit {
    scopes = List.copyOf(scopes);
    runlevels = List.copyOf(runlevels);
  }

  /** Whether no systemd of our days has it any more. */
  public boolean removed() {
    return scopes.isEmpty();
  }

  /** All special units by name, from special-units.tsv. */
  static Map<String, SpecialUnit> read(Table table) {
    var units = new LinkedHashMap<String, SpecialUnit>();
    while (table.nextRow()) {
      var unit =
          new SpecialUnit(
              table.cell(),
              table.oneOf(UnitType.class),
              table.listOf(Scope.class),
              table.flag(),
              table.list(),
              table.optional(),
              table.oneOf(Origin.class));
      units.put(unit.name, unit);
    }
    return Collections.unmodifiableMap(units);
  }
}
