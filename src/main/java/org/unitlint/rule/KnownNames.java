package org.unitlint.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.SpecialUnit;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Scope;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/** The names of a machine's units, and of those that systemd knows; instances are left out. */
final class KnownNames {
  private final Map<UnitType, List<Known>> plain = new HashMap<>();
  private final Map<UnitType, List<Known>> templates = new HashMap<>();

  KnownNames(Facts facts) {
    var wanted =
        facts.machine().setup().scope() == Scope.USER
            ? SpecialUnit.Scope.USER
            : SpecialUnit.Scope.SYSTEM;
    var special =
        facts.catalog().specialUnits().stream()
            .filter(s -> s.scopes().contains(wanted))
            .map(SpecialUnit::name);
    var own = facts.units().stream().map(Unit::names).flatMap(n -> n.stream());
    Stream.concat(own, special)
        .distinct()
        .map(UnitName::parse)
        .flatMap(Optional::stream)
        .filter(n -> !n.isInstance())
        .forEach(n -> add(n, facts));
  }

  /**
   * A name.
   *
   * @param isKnownTarget whether it is that of one of systemd's own targets
   */
  record Known(UnitName name, Word word, boolean isKnownTarget) {}

  private void add(UnitName name, Facts facts) {
    boolean target = name.type() == UnitType.TARGET && facts.isSpecial(name);
    (name.isPlain() ? plain : templates)
        .computeIfAbsent(name.type(), t -> new ArrayList<>())
        .add(new Known(name, new Word(name.prefix()), target));
  }

  /** Those of the same type and form. */
  List<Known> like(UnitName name) {
    return (name.isPlain() ? plain : templates).getOrDefault(name.type(), List.of());
  }
}
