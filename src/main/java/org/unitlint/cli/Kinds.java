package org.unitlint.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.unitlint.catalog.Nearest;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Dependency.Family;
import org.unitlint.graph.Selection;

/**
 * The kinds of dependencies that a command line asks for.
 *
 * @param followed as they are followed from a unit to the units below it
 */
record Kinds(Set<Dependency> followed) {
  /** What {@code systemctl list-dependencies} follows. */
  static final Kinds REQUIREMENT =
      new Kinds(
          Set.of(
              Dependency.REQUIRES,
              Dependency.REQUISITE,
              Dependency.WANTS,
              Dependency.CONSISTS_OF,
              Dependency.BINDS_TO,
              Dependency.UPHOLDS));

  /** All that says what is started, and when. */
  static Kinds usual() {
    var kinds = EnumSet.noneOf(Dependency.class);
    for (Family family : Family.values()) {
      if (family != Family.OTHER) {
        kinds.addAll(of(family));
      }
    }
    return new Kinds(kinds);
  }

  /** Every kind, forward. */
  static Kinds all() {
    return new Kinds(Selection.EVERYTHING.kinds());
  }

  /** The kinds of the words, which commas may separate: families, and systemd's own names. */
  static Kinds of(List<String> words) throws Trouble {
    var kinds = EnumSet.noneOf(Dependency.class);
    for (String word : String.join(",", words).split("[, ]+")) {
      kinds.addAll(of(word));
    }
    return new Kinds(kinds);
  }

  private static Set<Dependency> of(String word) throws Trouble {
    var kind = Dependency.ofWord(word);
    if (kind.isPresent()) {
      return Set.of(kind.get());
    }
    if (word.equalsIgnoreCase("all")) {
      return all().followed;
    }
    for (Family family : Family.values()) {
      if (word(family).equalsIgnoreCase(word)) {
        return of(family);
      }
    }
    var known = new TreeSet<String>(List.of("all"));
    for (Family family : Family.values()) {
      known.add(word(family));
    }
    for (Dependency dependency : Dependency.values()) {
      known.add(dependency.word());
    }
    throw Trouble.usage(
        "--kind: there is no kind of dependency `"
            + word
            + "`"
            + Nearest.of(word, known).map(n -> "; did you mean `" + n + "`?").orElse(""));
  }

  private static String word(Family family) {
    return family.name().toLowerCase(Locale.ROOT);
  }

  private static Set<Dependency> of(Family family) {
    if (family == Family.REQUIREMENT) {
      return REQUIREMENT.followed;
    }
    var kinds = EnumSet.noneOf(Dependency.class);
    for (Dependency kind : Dependency.values()) {
      if (kind.family() == family && (kind.isForward() || family == Family.CONFLICT)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /** The same, seen from the other ends. */
  Kinds reversed() {
    return new Kinds(
        followed.stream()
            .flatMap(k -> k.inverse().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The kinds of the edges that they are. */
  Set<Dependency> ofEdges() {
    return followed.stream().map(Dependency::forward).collect(Collectors.toUnmodifiableSet());
  }
}
