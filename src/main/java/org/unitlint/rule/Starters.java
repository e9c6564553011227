package org.unitlint.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Edge;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Paths;

/** Who may start a unit of a whole machine: other units, the bus, udev, or a command somewhere. */
final class Starters {
  private static final Set<Dependency> STARTING =
      Set.of(Dependency.TRIGGERS, Dependency.ON_FAILURE, Dependency.ON_SUCCESS);

  /** Folders of files whose text may name a unit that is then started. */
  private static final List<String> ELSEWHERE =
      List.of(
          "/etc/udev/rules.d",
          "/run/udev/rules.d",
          "/usr/lib/udev/rules.d",
          "/lib/udev/rules.d",
          "/etc/dbus-1/system-services",
          "/usr/local/share/dbus-1/system-services",
          "/usr/share/dbus-1/system-services");

  private final Facts facts;
  private final Map<String, Boolean> known = new HashMap<>();
  private String texts;

  Starters(Facts facts) {
    this.facts = facts;
  }

  /** Whether nothing starts the unit, as far as files tell; it is one of the graph. */
  boolean hasNone(Unit unit) {
    return known.computeIfAbsent(unit.name().toString(), n -> !isStarted(unit));
  }

  private boolean isStarted(Unit unit) {
    String name = unit.name().toString();
    return facts.pulledInBy(DefaultTargetMissing.NAME).contains(name)
        || facts.isSpecial(unit.name())
        || facts.graph().in(name).anyMatch(Starters::starts)
        || isAskedFor(unit);
  }

  /** Whether the edge starts its other end, at once or when something happens. */
  static boolean starts(Edge edge) {
    return edge.kind().pullsIn() || STARTING.contains(edge.kind());
  }

  /** Whether something besides other units may start it: the bus, udev, a command, another name. */
  boolean isAskedFor(Unit unit) {
    return !unit.settings("Service", "BusName").isEmpty()
        || !unit.settings("Install", "Alias").isEmpty()
        || unit.names().size() > 1
        || unit.names().stream().anyMatch(n -> texts().contains(stem(n)));
  }

  private static String stem(String name) {
    return name.endsWith(".service") ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  /** All that might name a unit: rules, bus services, and the commands and templates of units. */
  private String texts() {
    if (texts == null) {
      var all = new StringBuilder();
      for (String folder : ELSEWHERE) {
        for (String child : facts.machine().children(folder)) {
          facts
              .machine()
              .file(Paths.join(folder, child))
              .ifPresent(f -> all.append(f.tree().source().text()).append('\n'));
        }
      }
      for (Unit unit : facts.units()) {
        unit.settings().all().stream()
            .filter(s -> mayName(unit, s))
            .forEach(s -> all.append(s.text()).append('\n'));
      }
      texts = all.toString();
    }
    return texts;
  }

  /**
   * Whether the setting is a command that starts units, or one of a template, which no graph has.
   */
  private static boolean mayName(Unit unit, Setting setting) {
    return setting.name().startsWith("Exec")
        ? setting.text().contains("systemctl") || setting.text().contains("service ")
        : unit.name().isTemplate();
  }
}
