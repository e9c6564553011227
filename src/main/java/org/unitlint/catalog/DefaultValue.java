package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.unitlint.catalog.NeededSetting.Need;

/**
 * What a directive is where no file sets it. Of several for a directive the first that holds
 * counts.
 *
 * @param types of the units that it holds for; empty for all that know the directive
 * @param value may hold {@code {unit}}, the unit's name, {@code {service}}, the service of that
 *     name, or {@code {=DIRECTIVE}}, whatever that one is; empty for the kernel's own
 * @param since the first version of systemd that it holds for
 * @param userManager whether it holds for the user manager's units only, or not for these; empty
 *     for both
 * @param needs what else must be so, all of it
 * @param option of the manager's configuration that says otherwise
 */
public record DefaultValue(
    String directive,
    List<UnitType> types,
    String value,
    OptionalInt since,
    Optional<Boolean> userManager,
    List<Need> needs,
    Optional<String> option) {
  public DefaultValue {
    types = List.copyOf(types);
    needs = List.copyOf(needs);
  }

  /** Whether units of that type have it in that version, whatever else is needed. */
  public boolean isFor(UnitType type, int version, boolean ofUserManager) {
    return (types.isEmpty() || types.contains(type))
        && version >= since.orElse(0)
        && userManager.filter(u -> u != ofUserManager).isEmpty();
  }

  static Map<String, List<DefaultValue>> read(Table table) {
    var defaults = new HashMap<String, List<DefaultValue>>();
    while (table.nextRow()) {
      var value =
          new DefaultValue(
              table.cell(),
              table.listOf(UnitType.class),
              table.cell(),
              table.number(),
              table.optional().map("USER"::equals),
              table.list().stream().map(Need::of).toList(),
              table.optional());
      defaults.computeIfAbsent(value.directive(), d -> new ArrayList<>(1)).add(value);
    }
    return Collections.unmodifiableMap(defaults);
  }
}
