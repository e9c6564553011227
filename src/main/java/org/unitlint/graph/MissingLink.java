package org.unitlint.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unitlint.host.Machine;
import org.unitlint.host.Mention;
import org.unitlint.host.Mentions;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;

/**
 * A link that the [Install] section of a unit asks for and that is not there: the unit is not
 * enabled. See systemd.unit(5), "[Install] Section Options".
 *
 * @param unit the unit that is not enabled
 * @param asked what asks for it
 * @param owner the unit that would pull the other in; for {@code Alias=} the other name
 * @param path where `systemctl enable` would make it
 */
public record MissingLink(Unit unit, Mention asked, UnitName owner, String path) {
  private static final Map<String, String> FOLDERS =
      Map.of("WantedBy", ".wants", "RequiredBy", ".requires", "UpheldBy", ".upholds");
  private static final String ALIAS = "Alias";

  /** Those of a unit that could be loaded, in the order of its files. */
  public static List<MissingLink> of(Machine machine, Unit unit) {
    var missing = new ArrayList<MissingLink>();
    if (!unit.isLoaded() || unit.name().isTemplate()) {
      return missing;
    }
    String admin = machine.setup().scope().adminFolder();
    for (Mention asked : Mentions.of(machine, unit)) {
      String folder = FOLDERS.getOrDefault(asked.directive(), "");
      if (!asked.section().equals("Install") || asked.name().isEmpty()) {
        continue;
      }
      UnitName owner = asked.name().get();
      if (!folder.isEmpty() && !hasEntry(machine, owner, folder, unit)) {
        String path = Paths.join(admin, Paths.join(owner + folder, unit.name().toString()));
        missing.add(new MissingLink(unit, asked, owner, path));
      }
      if (asked.directive().equals(ALIAS) && !unit.names().contains(owner.toString())) {
        missing.add(new MissingLink(unit, asked, owner, Paths.join(admin, owner.toString())));
      }
    }
    return missing;
  }

  /** Whether it would be another name of the unit. */
  public boolean isAlias() {
    return asked.directive().equals(ALIAS);
  }

  private static boolean hasEntry(Machine machine, UnitName owner, String folder, Unit unit) {
    return machine.entries(machine.unit(owner), folder).stream()
        .anyMatch(path -> unit.names().contains(Paths.name(path)));
  }
}
