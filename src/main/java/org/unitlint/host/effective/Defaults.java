package org.unitlint.host.effective;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.DefaultValue;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.NeededSetting.Need;
import org.unitlint.catalog.Standing;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Accepted;
import org.unitlint.host.Booleans;
import org.unitlint.host.Machine;
import org.unitlint.host.ManagerConfig;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** What systemd takes for directives that no file of a unit sets. */
public final class Defaults {
  private final Machine machine;
  private final Unit unit;
  private final Accepted accepted;
  private final ManagerConfig config;

  private Defaults(Machine machine, Unit unit) {
    this.machine = machine;
    this.unit = unit;
    this.accepted = Accepted.of(machine, unit);
    this.config = ManagerConfig.of(machine);
  }

  /** Those of one unit, by section as {@link EffectiveUnit} has them, then by name. */
  public static List<GivenDefault> of(Machine machine, Unit unit) {
    var defaults = new Defaults(machine, unit);
    var all = new ArrayList<GivenDefault>();
    for (String section : machine.catalog().sections(unit.name().type())) {
      for (Directive directive : machine.catalog().directives(section)) {
        if (defaults.isOpen(section, directive)) {
          defaults.given(section, directive.name(), Set.of()).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  private boolean isOpen(String section, Directive directive) {
    boolean whole =
        machine
            .catalog()
            .settingGroup(section, directive.name())
            .flatMap(g -> g.whole())
            .filter(w -> accepted.last(section, w).isPresent())
            .isPresent();
    return !whole
        && directive.standing(machine.setup().version()) == Standing.CURRENT
        && accepted.last(section, directive.name()).isEmpty();
  }

  /** The default of the directive; those on which it rests are not asked for it again. */
  private Optional<GivenDefault> given(String section, String directive, Set<String> asking) {
    boolean user = machine.setup().scope() == Scope.USER;
    for (DefaultValue value : machine.catalog().defaultValues(directive)) {
      boolean holds =
          value.isFor(type(), machine.setup().version(), user)
              && value.needs().stream().allMatch(n -> isMet(n, with(asking, directive)));
      if (holds) {
        return given(section, value, with(asking, directive));
      }
    }
    return Optional.empty();
  }

  private Optional<GivenDefault> given(String section, DefaultValue value, Set<String> asking) {
    var said = value.option().flatMap(config::assignment);
    return said.map(a -> a.value().text())
        .or(() -> filled(value.value(), asking))
        .map(t -> new GivenDefault(section, value.directive(), t, value.option(), said));
  }

  private static Set<String> with(Set<String> asking, String directive) {
    var more = new HashSet<>(asking);
    more.add(directive);
    return more;
  }

  private Optional<String> filled(String text, Set<String> asking) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text) {
      case "{unit}" -> named(unit.name().toString());
      case "{service}" -> named(unit.name().withType(UnitType.SERVICE).toString());
      default ->
          text.startsWith("{=")
              ? value(text.substring(2, text.length() - 1), asking)
              : Optional.of(text);
    };
  }

  private Optional<String> named(String name) {
    return unit.name().isTemplate() ? Optional.empty() : Optional.of(name);
  }

  /** What the directive is, set or not. */
  private Optional<String> value(String directive, Set<String> asking) {
    var set = set(type().section(), directive).or(() -> set("Unit", directive));
    if (set.isPresent() || asking.contains(directive)) {
      return set;
    }
    return given(type().section(), directive, asking).map(GivenDefault::value);
  }

  private Optional<String> set(String section, String directive) {
    var whole =
        machine
            .catalog()
            .settingGroup(section, directive)
            .flatMap(g -> g.whole())
            .flatMap(w -> accepted.last(section, w));
    return accepted.last(section, directive).or(() -> whole).map(Setting::text);
  }

  private boolean isMet(Need need, Set<String> asking) {
    var value = value(need.directive(), asking);
    if (value.isEmpty() || need.values().isEmpty()) {
      return value.isPresent();
    }
    boolean listed = need.values().stream().anyMatch(v -> isSame(v, value.get()));
    return listed != need.except();
  }

  private static boolean isSame(String wanted, String value) {
    var wants = Booleans.parse(wanted);
    return wants.isPresent() && !value.matches("[0-9]+")
        ? wants.equals(Booleans.parse(value))
        : value.equals(wanted) || value.startsWith(wanted + ":");
  }

  private UnitType type() {
    return unit.name().type();
  }
}
