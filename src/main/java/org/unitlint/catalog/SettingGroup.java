package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Directives whose lines must stay in their order, because one acts on what another has set.
 *
 * @param directives the names, the one that stands for all of them first
 * @param whole the one that sets all the others, which then win only behind it; empty for none
 * @param clearing those which without a value take back lines of all of them
 */
public record SettingGroup(
    String section, List<String> directives, Optional<String> whole, List<String> clearing) {
  public SettingGroup {
    directives = List.copyOf(directives);
    clearing = List.copyOf(clearing);
  }

  /** Whether a line of one directive takes the place of an earlier line of the other. */
  public boolean replaces(String later, String earlier) {
    return whole.filter(later::equals).isPresent()
        && directives.contains(earlier)
        && !later.equals(earlier);
  }

  /**
   * Whether a line of one directive, which has no value, takes back an earlier line of the other.
   */
  public boolean clears(String empty, String earlier) {
    return clearing.contains(empty) && directives.contains(earlier);
  }

  /** Reads them: by section and directive, as {@code Service/TimeoutSec}. */
  static Map<String, SettingGroup> read(Table table) {
    var groups = new ArrayList<SettingGroup>();
    while (table.nextRow()) {
      groups.add(new SettingGroup(table.cell(), table.list(), table.optional(), table.list()));
    }
    var byName = new HashMap<String, SettingGroup>();
    for (SettingGroup group : groups) {
      group.directives().forEach(d -> byName.put(group.section() + "/" + d, group));
    }
    return Map.copyOf(byName);
  }
}
