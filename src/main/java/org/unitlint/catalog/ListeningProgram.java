package org.unitlint.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a program is told where to listen.
 *
 * @param name its file name
 * @param needs words of which its command line must have one, or it does not listen; none where it
 *     always does
 * @param ports options whose value is a port
 * @param addresses options whose value is an address without a port
 * @param endpoints options whose value is a port, an address, or both
 * @param protocols that it listens with
 * @param usual the ports that it takes where neither its command line nor its own files say another
 * @param host the address that it takes where no option gives one; empty for all of the machine
 */
public record ListeningProgram(
    String name,
    List<String> needs,
    List<String> ports,
    List<String> addresses,
    List<String> endpoints,
    List<String> protocols,
    List<Integer> usual,
    String host) {
  /** What holds for a program that is not in the table: options that say plainly what they do. */
  public static final String ANY = "*";

  /** Options of such a program that may be about a port elsewhere. */
  public static final String DOUBTFUL = "?";

  public ListeningProgram {
    needs = List.copyOf(needs);
    ports = List.copyOf(ports);
    addresses = List.copyOf(addresses);
    endpoints = List.copyOf(endpoints);
    protocols = List.copyOf(protocols);
    usual = List.copyOf(usual);
  }

  /** All of them, from listening-programs.tsv. */
  static Map<String, ListeningProgram> read(Table table) {
    var programs = new HashMap<String, ListeningProgram>();
    while (table.nextRow()) {
      var program =
          new ListeningProgram(
              table.cell(),
              table.list(),
              table.list(),
              table.list(),
              table.list(),
              table.list(),
              table.list().stream().map(Integer::valueOf).toList(),
              table.cell());
      programs.put(program.name(), program);
    }
    return Map.copyOf(programs);
  }
}
