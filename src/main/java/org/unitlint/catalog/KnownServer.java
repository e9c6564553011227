package org.unitlint.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that xinetd is often asked to run.
 *
 * @param program its name, which is no path
 * @param paths where it usually is, the most usual first
 * @param services the services that it usually answers; empty where it may be any
 * @param login whether it takes passwords in clear text
 * @param rootFor why it needs to run as root, as half a sentence; empty where it needs not
 */
public record KnownServer(
    String program,
    List<String> paths,
    List<String> services,
    boolean login,
    Optional<String> rootFor) {
  public KnownServer {
    paths = List.copyOf(paths);
    services = List.copyOf(services);
  }

  static Map<String, KnownServer> read(Table table) {
    var servers = new LinkedHashMap<String, KnownServer>();
    while (table.nextRow()) {
      var server =
          new KnownServer(table.cell(), table.list(), table.list(), table.flag(), table.optional());
      servers.put(server.program(), server);
    }
    return servers;
  }
}
