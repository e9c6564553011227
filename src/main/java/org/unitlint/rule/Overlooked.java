package org.unitlint.rule;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.UnitFile;

/** Lines of a unit which systemd does not read, but which somebody meant. */
final class Overlooked {
  private Overlooked() {}

  /**
   * Whether such a line sets a directive whose name begins so, whatever its case: it is misspelled
   * or in a wrong section, and another rule tells.
   */
  static boolean has(Unit unit, String start) {
    var read = Collections.<Assignment>newSetFromMap(new IdentityHashMap<>());
    unit.settings().all().stream().map(Setting::assignment).forEach(read::add);
    return Stream.concat(unit.fragment().stream(), unit.dropins().stream())
        .flatMap(f -> assignments(f.tree()))
        .filter(a -> !read.contains(a))
        .anyMatch(a -> a.name().toLowerCase(Locale.ROOT).startsWith(start));
  }

  private static Stream<Assignment> assignments(UnitFile file) {
    return Stream.concat(
        file.orphans().stream(), file.sections().stream().flatMap(s -> s.assignments().stream()));
  }

  /** Whether a setting of that directive is there after all, so that its value must be bad. */
  static boolean isIgnored(Unit unit, String section, List<String> directives) {
    return directives.stream()
        .flatMap(d -> unit.settings(section, d).stream())
        .anyMatch(s -> !s.value().isEmpty());
  }
}
