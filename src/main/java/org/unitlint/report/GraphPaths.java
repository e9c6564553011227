package org.unitlint.report;

import org.unitlint.host.Machine;

/** How files are called before people and programs where the graph speaks of them. */
final class GraphPaths {
  private GraphPaths() {}

  /** The absolute path on a whole machine; else as the user named the files. */
  static String shown(Machine machine, String path) {
    return machine.setup().whole() ? path : machine.tree().display(path);
  }
}
