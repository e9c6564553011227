package org.unitlint.host.value;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.ListSemantics;
import org.unitlint.catalog.OnInvalid;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Specifiers;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.host.UnknownSpecifiers;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Place;
import org.unitlint.syntax.Assignment;

/** Reads the values of a machine's settings, each by the grammar of its kind. */
public final class Values {
  private record Reading(UnitName unit, Parsed<?> parsed) {}

  private final Catalog catalog;
  private final int version;
  private final Scope scope;
  private final Specifiers specifiers;

  /** By the very line, since loading, graph and rules ask for the same again. */
  private final Map<Assignment, Reading> readings =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Values as that version of systemd reads them. */
  public Values(Catalog catalog, int version, Scope scope, Specifiers specifiers) {
    this.catalog = catalog;
    this.version = version;
    this.scope = scope;
    this.specifiers = specifiers;
  }

  /** What systemd knows. */
  public Catalog catalog() {
    return catalog;
  }

  /** The version of systemd that reads them. */
  public int version() {
    return version;
  }

  /** Whether systemd takes the setting, be it in part; true in doubt. */
  public boolean isTaken(Setting setting, UnitName unit) {
    return read(setting, unit).isTaken();
  }

  /**
   * What systemd makes of the setting in the unit of that name. Its type is that which the grammar
   * of its kind gives; an empty value which resets a list, and a kind without grammar, give
   * nothing.
   */
  public Parsed<?> read(Setting setting, UnitName unit) {
    var known = readings.get(setting.assignment());
    if (known != null && known.unit().equals(unit)) {
      return known.parsed();
    }
    var parsed = parse(setting, unit);
    readings.put(setting.assignment(), new Reading(unit, parsed));
    return parsed;
  }

  private Parsed<?> parse(Setting setting, UnitName unit) {
    if (setting.directive().onInvalid() == OnInvalid.NONE || isReset(setting)) {
      return Parsed.unknown();
    }
    var grammar = Grammars.of(kind(setting));
    var unknown = UnknownSpecifiers.in(setting, catalog, version);
    if (!unknown.isEmpty()) {
      return Parsed.flawed(ValueFlaw.of(Effect.TOLD, unknown.get(0), "unknown specifier"));
    }
    if (grammar.isEmpty()) {
      return Parsed.unknown();
    }
    if (setting.value().isEmpty()) {
      return Parsed.flawed(
          ValueFlaw.of(Effect.LINE, line(setting), "`%s=` has no value", name(setting))
              .help("give it a value, or drop the line"));
    }
    return grammar.get().parse(Text.of(setting.value()), context(setting, unit));
  }

  /**
   * What systemd makes of a unit's lines of a directive, of those that count, in the order of
   * reading; lines that it does not take are left out.
   */
  public <T> List<T> lines(Unit unit, String section, String directive, Class<T> type) {
    return unit.settings(section, directive).stream()
        .flatMap(s -> read(s, unit.name()).value().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private boolean isReset(Setting setting) {
    var directive = setting.directive();
    return setting.value().isEmpty()
        && (directive.listSemantics() != ListSemantics.SINGLE
            || NumberGrammars.takeEmpty(directive.valueKind(version), version));
  }

  /**
   * The kind of the setting's value, without its argument, by which its grammar and the rule about
   * it are known.
   */
  public String kind(Setting setting) {
    String kind = setting.directive().valueKind(version);
    int colon = kind.indexOf(':');
    return colon < 0 ? kind : kind.substring(0, colon);
  }

  private static Place line(Setting setting) {
    return setting.assignment().key().place().to(setting.place());
  }

  private static String name(Setting setting) {
    return setting.assignment().name();
  }

  private ValueContext context(Setting setting, UnitName unit) {
    return new ValueContext(
        catalog,
        version,
        scope,
        specifiers,
        setting.directive(),
        setting.section(),
        name(setting),
        unit);
  }
}
