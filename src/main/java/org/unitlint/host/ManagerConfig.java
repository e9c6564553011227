package org.unitlint.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.source.Paths;
import org.unitlint.syntax.Assignment;

/** What the manager's own configuration says. See systemd-system.conf(5). */
public final class ManagerConfig {
  private static final List<String> FOLDERS =
      List.of("/etc/systemd", "/run/systemd", "/usr/local/lib/systemd", "/usr/lib/systemd");

  private final Machine machine;
  private final String name;
  private final Map<String, Assignment> values = new HashMap<>();

  /** Reads the configuration of the machine's manager, once. */
  ManagerConfig(Machine machine) {
    this.machine = machine;
    this.name = machine.setup().scope() == Scope.SYSTEM ? "system.conf" : "user.conf";
    if (machine.setup().whole()) {
      files().forEach(f -> assignments(f).forEach(this::take));
    }
  }

  private void take(Assignment assignment) {
    values.put(assignment.name(), assignment);
  }

  /** The configuration of the machine's manager of the scope that it is looked at in. */
  public static ManagerConfig of(Machine machine) {
    return machine.managerConfig();
  }

  /** The options that are set, be it to nothing. */
  public SortedSet<String> options() {
    return new TreeSet<>(values.keySet());
  }

  /** The last value of the option in [Manager], unless that is empty. */
  public Optional<String> value(String option) {
    return assignment(option).map(a -> a.value().text());
  }

  /** As {@link #value}, the whole line. */
  public Optional<Assignment> assignment(String option) {
    return Optional.ofNullable(values.get(option)).filter(a -> !a.value().isEmpty());
  }

  private List<Assignment> assignments(String path) {
    var found = new ArrayList<Assignment>();
    machine
        .file(path)
        .ifPresent(
            file ->
                file.tree().sections().stream()
                    .filter(s -> s.name().equals("Manager"))
                    .forEach(s -> found.addAll(s.assignments())));
    return found;
  }

  /** The main file, then the drop-ins by name; of equal names the first folder's. */
  private List<String> files() {
    var dropIns = new TreeMap<String, String>();
    var main = Optional.<String>empty();
    for (String folder : FOLDERS) {
      String file = Paths.join(folder, name);
      if (main.isEmpty() && machine.file(file).isPresent()) {
        main = Optional.of(file);
      }
      for (String child : machine.children(file + ".d")) {
        if (child.endsWith(".conf")) {
          dropIns.putIfAbsent(child, Paths.join(file + ".d", child));
        }
      }
    }
    var files = new ArrayList<String>();
    main.ifPresent(files::add);
    files.addAll(dropIns.values());
    return files;
  }
}
