package org.unitlint.rule;

import java.util.Collection;
import java.util.Set;
import org.unitlint.catalog.UnitType;

/**
 * Which units a rule can have something to say of: those of some types that set one of some
 * directives at least. It is asked before the rule, which takes longer.
 *
 * @param types none stands for all
 * @param directives by the names under which they count, in any section; none for a rule that looks
 *     at units whatever they set
 */
public record Subject(Set<UnitType> types, Set<String> directives) {
  /** All units. */
  static final Subject ANY = new Subject(Set.of(), Set.of());

  /** The units that may run commands. */
  static final Subject COMMANDS = of(UnitType.SERVICE, UnitType.SOCKET);

  public Subject {
    types = Set.copyOf(types);
    directives = Set.copyOf(directives);
  }

  /** The units of those types. */
  static Subject of(UnitType... types) {
    return new Subject(Set.of(types), Set.of());
  }

  /** Those of these units that set one of the directives. */
  Subject with(String... directives) {
    return new Subject(types, Set.of(directives));
  }

  /** Those of these units that set one of the directives. */
  Subject with(Collection<String> directives) {
    return new Subject(types, Set.copyOf(directives));
  }

  /** Whether a unit of the type that sets all those directives, and no others, is one of these. */
  boolean covers(UnitType type, Set<String> set) {
    return (types.isEmpty() || types.contains(type)) && (directives.isEmpty() || isAnyOf(set));
  }

  private boolean isAnyOf(Set<String> set) {
    for (String directive : directives) {
      if (set.contains(directive)) {
        return true;
      }
    }
    return false;
  }
}
