package org.unitlint.catalog;

import java.util.HashMap;
import java.util.Map;

/**
 * A type of file systems that systemd treats in its own way.
 *
 * @param network whether it needs the network
 * @param quota whether quotas are checked when it is mounted
 */
public record FileSystem(String type, boolean network, boolean quota) {
  static Map<String, FileSystem> read(Table table) {
    var types = new HashMap<String, FileSystem>();
    while (table.nextRow()) {
      var type = new FileSystem(table.cell(), table.flag(), table.flag());
      types.put(type.type(), type);
    }
    return Map.copyOf(types);
  }
}
