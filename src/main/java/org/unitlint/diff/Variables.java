package org.unitlint.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.unitlint.host.Accepted;
import org.unitlint.host.EnvironmentFile;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/**
 * Compares the variables that a unit has from the files of {@code EnvironmentFile=}. Such files
 * hold secrets; values are told only where a command line shows them anyway.
 */
final class Variables {
  private static final String DIRECTIVE = "EnvironmentFile";
  private static final String UNTOLD = "…";

  private Variables() {}

  /** Those that hold otherwise, by name. */
  static List<SettingChange> changes(Machine before, Unit first, Machine after, Unit second) {
    var old = variables(before, first);
    var now = variables(after, second);
    var names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    var changes = new ArrayList<SettingChange>();
    for (String name : names) {
      var was = Optional.ofNullable(old.get(name));
      var is = Optional.ofNullable(now.get(name));
      if (!was.map(Written::text).equals(is.map(Written::text))) {
        boolean told = isRun(first, name) || isRun(second, name);
        changes.add(new SettingChange("", name, told(was, told), told(is, told)));
      }
    }
    return changes;
  }

  /** Whether a command line of the unit has the value of that variable in it. */
  private static boolean isRun(Unit unit, String variable) {
    var use = Pattern.compile("\\$(\\{" + variable + "\\}|" + variable + "(?![A-Za-z0-9_]))");
    return unit.settings().all().stream()
        .filter(s -> s.name().startsWith("Exec"))
        .anyMatch(s -> use.matcher(s.text()).find());
  }

  private static List<Written> told(Optional<Written> value, boolean told) {
    return value.map(v -> told ? v : v.saying(UNTOLD)).stream().toList();
  }

  /** Of one name that of the last file counts, and in it the last. */
  private static SortedMap<String, Written> variables(Machine machine, Unit unit) {
    var variables = new TreeMap<String, Written>();
    String section = unit.name().type().section();
    if (machine.setup().whole()) {
      for (Setting setting : Accepted.of(machine, unit).all(section, DIRECTIVE)) {
        String path = setting.text().replaceFirst("^-", "");
        machine.specifiers().expand(path, unit.name()).ifPresent(p -> add(machine, p, variables));
      }
    }
    return variables;
  }

  private static void add(Machine machine, String path, SortedMap<String, Written> variables) {
    String shown = machine.tree().display(path);
    for (var file : EnvironmentFile.of(machine, path).stream().toList()) {
      file.variables()
          .forEach(v -> variables.put(v.name(), new Written(v.value(), path, v.line(), shown)));
    }
  }
}
