package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A unit that systemd itself ships, and what its own file says of others, as of version 252 in
 * Debian.
 *
 * @param defaults whether it has the default dependencies
 * @param isolate whether it can be isolated
 * @param lists the units that it names, by directive of [Unit]
 */
public record SystemUnit(
    String name, boolean defaults, boolean isolate, Map<String, List<String>> lists) {
  private static final List<String> DIRECTIVES =
      List.of("After", "Before", "Requires", "Wants", "Conflicts", "BindsTo", "PartOf");

  static List<SystemUnit> read(Table table) {
    var units = new ArrayList<SystemUnit>();
    while (table.nextRow()) {
      String name = table.cell();
      boolean defaults = table.flag();
      boolean isolate = table.flag();
      var lists = new LinkedHashMap<String, List<String>>();
      for (String directive : DIRECTIVES) {
        var named = table.list();
        if (!named.isEmpty()) {
          lists.put(directive, List.copyOf(named));
        }
      }
      units.add(new SystemUnit(name, defaults, isolate, lists));
    }
    return List.copyOf(units);
  }
}
