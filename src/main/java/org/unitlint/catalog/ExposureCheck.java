package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that systemd-analyze(1) looks at to tell how exposed a service is.
 *
 * @param id as it prints it
 * @param field what it is called in JSON, and in a policy
 * @param directives whose settings decide it, the one that helps first
 * @param weight how much it counts
 * @param range the badness of a service that does nothing about it
 * @param parameters capabilities, kinds of namespaces, families of addresses, or a group of system
 *     calls; empty for the families that no other check names
 * @param usualBoot whether it is for services with default dependencies alone
 * @param able what a service may do that does nothing about it, behind "may"
 */
public record ExposureCheck(
    String id,
    String field,
    List<String> directives,
    int weight,
    int range,
    Kind kind,
    List<String> parameters,
    boolean usualBoot,
    String able) {
  public ExposureCheck {
    directives = List.copyOf(directives);
    parameters = List.copyOf(parameters);
  }

  /** How a check is decided. */
  public enum Kind {
    /** A boolean that should be true. */
    FLAG,
    USER,
    GROUPS,
    HOME,
    SYSTEM,
    ROOT,
    CAPABILITIES,
    UMASK,
    KEYRING,
    PROCESSES,
    PROC_FILES,
    NOTIFY,
    IPC,
    DELEGATE,
    NAMESPACES,
    FAMILIES,
    ARCHITECTURES,
    SYSCALLS,
    ADDRESSES,
    DEVICES,
    AMBIENT
  }

  /** The directive that decides it, or helps first. */
  public String directive() {
    return directives.get(0);
  }

  /** All of them, from exposure-checks.tsv. */
  static List<ExposureCheck> read(Table table) {
    var checks = new ArrayList<ExposureCheck>();
    while (table.nextRow()) {
      checks.add(
          new ExposureCheck(
              table.cell(),
              table.cell(),
              table.list(),
              table.number().orElseThrow(),
              table.number().orElseThrow(),
              table.oneOf(Kind.class),
              table.list(),
              table.flag(),
              table.cell()));
    }
    return List.copyOf(checks);
  }
}
