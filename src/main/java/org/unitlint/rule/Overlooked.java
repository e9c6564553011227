package org.unitlint.rule;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.Nearest;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.UnitFile;

/** Lines of a unit which systemd does not read, but which somebody meant. */
final class Overlooked {
  /** A file with more such lines is beyond guessing. */
  private static final int MOST = 1000;

  private Overlooked() {}

  /**
   * Whether such a line sets a directive whose name begins so, whatever its case: it is misspelled
   * or in a wrong section, and another rule tells.
   */
  static boolean has(Unit unit, String start) {
    var read = Collections.<Assignment>newSetFromMap(new IdentityHashMap<>());
    unit.settings().all().stream().map(Setting::assignment).forEach(read::add);
    var known =
        Catalog.standard().directives(unit.name().type().section()).stream()
            .map(Directive::name)
            .toList();
    return Stream.concat(unit.fragment().stream(), unit.dropins().stream())
        .flatMap(f -> names(f.tree(), read))
        .limit(MOST)
        .anyMatch(name -> begins(name, start) || isNear(name, start, known));
  }

  private static boolean begins(String name, String start) {
    return name.toLowerCase(Locale.ROOT).startsWith(start);
  }

  private static boolean isNear(String name, String start, List<String> known) {
    return Nearest.of(name, known).filter(n -> begins(n, start)).isPresent();
  }

  /** What the lines that are not read seem to set; {@code Key: value} sets a key too. */
  private static Stream<String> names(UnitFile file, Set<Assignment> read) {
    var sections = file.sections();
    var assignments =
        Stream.concat(
            file.orphans().stream(), sections.stream().flatMap(s -> s.assignments().stream()));
    var junk =
        Stream.concat(file.stray().stream(), sections.stream().flatMap(s -> s.junk().stream()));
    return Stream.concat(
        assignments.filter(a -> !read.contains(a)).map(Assignment::name),
        junk.map(line -> firstWord(line.text().text())));
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  /** Whether a setting of that directive is there after all, so that its value must be bad. */
  static boolean isIgnored(Unit unit, String section, List<String> directives) {
    return directives.stream()
        .flatMap(d -> unit.settings(section, d).stream())
        .anyMatch(s -> !s.value().isEmpty());
  }
}
