package org.unitlint.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.unitlint.host.Booleans;
import org.unitlint.host.Machine;
import org.unitlint.host.ManagerConfig;
import org.unitlint.host.value.TimeSpan;

/** Compares what the configuration of the managers themselves says. */
final class ManagerOptions {
  private static final String SECTION = "Manager";

  private ManagerOptions() {}

  /** The options that hold otherwise, by name; an empty value is that of no line. */
  static List<SettingChange> changes(Side before, Side after) {
    var old = ManagerConfig.of(before.machine());
    var now = ManagerConfig.of(after.machine());
    var names = new TreeSet<>(old.options());
    names.addAll(now.options());
    var changes = new ArrayList<SettingChange>();
    for (String name : names) {
      if (!meaning(name, old).equals(meaning(name, now))) {
        changes.add(
            new SettingChange(
                SECTION,
                name,
                written(before.machine(), name, old),
                written(after.machine(), name, now)));
      }
    }
    return changes;
  }

  /** The same where the values do the same. */
  private static Optional<String> meaning(String name, ManagerConfig config) {
    return config
        .value(name)
        .map(
            text -> {
              var span = name.endsWith("Sec") ? TimeSpan.parse(text) : Optional.empty();
              return span.<Object>map(s -> s)
                  .or(() -> Booleans.parse(text))
                  .map(Object::toString)
                  .orElse(text);
            });
  }

  private static List<Written> written(Machine machine, String name, ManagerConfig config) {
    return config
        .assignment(name)
        .map(a -> a.value().place())
        .map(p -> Written.at(config.value(name).orElse(""), machine.path(p.source()).orElse(""), p))
        .stream()
        .toList();
  }
}
