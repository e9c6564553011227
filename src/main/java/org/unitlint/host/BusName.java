package org.unitlint.host;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.syntax.Assignment;

/**
 * A name on the bus that starts a unit when a program asks for it. See dbus-daemon(1).
 *
 * @param unit as the file names it, often an alias
 * @param path of the file that says so, in the tree
 * @param place where the unit is named
 */
public record BusName(String name, UnitName unit, String path, Place place) {
  private static final String SECTION = "D-BUS Service";
  private static final String SUFFIX = ".service";

  /** All of the machine's bus, by name. */
  public static List<BusName> all(Machine machine) {
    var names = new TreeMap<String, BusName>();
    for (String folder : folders(machine.setup().scope())) {
      for (String file : machine.children(folder)) {
        if (file.endsWith(SUFFIX)) {
          in(machine, Paths.join(folder, file)).ifPresent(n -> names.putIfAbsent(n.name, n));
        }
      }
    }
    return List.copyOf(names.values());
  }

  private static List<String> folders(Scope scope) {
    String name = scope == Scope.SYSTEM ? "system-services" : "services";
    return List.of("/usr/local/share/dbus-1/" + name, "/usr/share/dbus-1/" + name);
  }

  private static Optional<BusName> in(Machine machine, String path) {
    var file = machine.file(path);
    var name = file.flatMap(f -> value(f, "Name"));
    var unit = file.flatMap(f -> value(f, "SystemdService"));
    return unit.flatMap(u -> UnitName.parse(u.value().text()))
        .filter(u -> name.isPresent())
        .map(u -> new BusName(name.get().value().text(), u, path, unit.get().value().place()));
  }

  private static Optional<Assignment> value(LoadedFile file, String key) {
    return file.tree().sections().stream()
        .filter(s -> s.name().equals(SECTION))
        .flatMap(s -> s.assignments().stream())
        .filter(a -> a.name().equals(key))
        .reduce((first, second) -> second);
  }
}
