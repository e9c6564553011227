package org.unitlint.report;

import java.util.Comparator;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitLink;
import org.unitlint.source.Paths;

/** Which link makes a name another name of a unit. */
final class AliasText {
  private AliasText() {}

  /** The link's path in brackets, behind a blank; empty where the name comes about otherwise. */
  static String of(Machine machine, String alias) {
    var folders = machine.searchPath();
    return machine.links().stream()
        .filter(l -> l.kind() == UnitLink.Kind.ALIAS && Paths.name(l.path()).equals(alias))
        .map(UnitLink::path)
        .min(Comparator.comparing((String p) -> folders.indexOf(Paths.parent(p))))
        .map(p -> " (" + Cells.clean(machine.tree().display(p)) + ")")
        .orElse("");
  }
}
