package org.unitlint.graph;

import java.util.Set;
import org.unitlint.host.Machine;
import org.unitlint.host.ManagerConfig;

/**
 * Where the output of units goes that do not say. See systemd-system.conf(5).
 *
 * @param output the word for standard output
 * @param error the word for standard error
 */
record DefaultOutput(String output, String error) {
  private static final Set<String> JOURNAL =
      Set.of("journal", "journal+console", "kmsg", "kmsg+console", "syslog", "syslog+console");

  /** What the manager's configuration says. */
  static DefaultOutput of(Machine machine) {
    var config = ManagerConfig.of(machine);
    return new DefaultOutput(
        config.value("DefaultStandardOutput").orElse("journal"),
        config.value("DefaultStandardError").orElse("inherit"));
  }

  /** Whether what is written there comes to the journal. */
  static boolean isJournal(String word) {
    return JOURNAL.contains(word);
  }
}
