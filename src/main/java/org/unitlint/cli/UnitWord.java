package org.unitlint.cli;

import java.util.Collection;
import java.util.function.Predicate;
import org.unitlint.catalog.Nearest;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.UnitName;

/**
 * A word of the command line that names units: a name, which is a service's where it has no type,
 * or a pattern with {@code *}, {@code ?} and {@code [...]}. See systemctl(1), "Parameter Syntax".
 */
record UnitWord(String text) {
  /** The word as it is meant. */
  static UnitWord of(String word) {
    int dot = word.lastIndexOf('.');
    boolean typed = dot >= 0 && UnitType.ofSuffix(word.substring(dot + 1)).isPresent();
    return new UnitWord(typed || Glob.isPattern(word) ? word : word + ".service");
  }

  /** Whether it may match several names. */
  boolean isPattern() {
    return Glob.isPattern(text);
  }

  /** Whether a name is one of those that the word names. */
  Predicate<String> matches() {
    return isPattern() ? Glob.of(text) : text::equals;
  }

  /** The one name that it is. */
  UnitName name() throws Trouble {
    if (isPattern()) {
      throw Trouble.usage("one unit is needed, and `" + text + "` may be several");
    }
    var name = UnitName.parse(text);
    if (name.isEmpty()) {
      throw Trouble.usage("`" + text + "` cannot be the name of a unit");
    }
    if (name.get().isTemplate()) {
      throw Trouble.usage(
          "`" + text + "` is a template; name an instance, as " + name.get().withInstance("NAME"));
    }
    return name.get();
  }

  /** There is no such unit among the known ones. */
  Trouble missing(Collection<String> known) {
    if (known.contains(text)) {
      return Trouble.unreadable("`" + text + "` is there, but has no part in it");
    }
    if (!isPattern()) {
      String meant = Nearest.of(text, known).map(n -> "; did you mean `" + n + "`?").orElse("");
      return Trouble.unreadable("there is no unit `" + text + "`" + meant);
    }
    boolean elsewhere = known.stream().anyMatch(matches());
    return Trouble.unreadable(
        "no unit matches `" + text + "`" + (elsewhere ? "; with --all some do" : ""));
  }
}
