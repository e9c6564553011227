package org.unitlint.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A variable that systemd sets for the processes of a unit. See systemd.exec(5), "Environment
 * variables in spawned processes".
 *
 * @param setBy the directives of which one must be there; none if it may be there without
 * @param commands the directives in whose commands it may be set; none for all
 * @param userManager whether the manager of a user always sets it
 */
public record EnvironmentVariable(
    String name, List<String> setBy, List<String> commands, boolean userManager, Since since) {
  public EnvironmentVariable {
    setBy = List.copyOf(setBy);
    commands = List.copyOf(commands);
  }

  static Map<String, EnvironmentVariable> read(Table table) {
    var variables = new LinkedHashMap<String, EnvironmentVariable>();
    while (table.nextRow()) {
      var variable =
          new EnvironmentVariable(
              table.cell(), table.list(), table.list(), table.flag(), Since.read(table));
      variables.put(variable.name(), variable);
    }
    return variables;
  }
}
