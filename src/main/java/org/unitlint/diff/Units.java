package org.unitlint.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.graph.Edge;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitLink;
import org.unitlint.source.Paths;

/** Compares the units of two sides, each by its own name. */
final class Units {
  private static final Written NO_FILE = new Written("", "", 0, "");

  private final Machine before;
  private final Machine after;
  private final SortedMap<String, Unit> old;
  private final SortedMap<String, Unit> now;
  private final SortedMap<String, List<Changed<Edge>>> links = new TreeMap<>();

  private Units(Side before, Side after, List<Changed<Edge>> dependencies) {
    this.before = before.machine();
    this.after = after.machine();
    this.old = units(before);
    this.now = units(after);
    dependencies.stream()
        .filter(Units::isLink)
        .forEach(e -> links.computeIfAbsent(e.last().to(), t -> new ArrayList<>()).add(e));
  }

  /**
   * What was changed of units, by name; where the same was changed of several, once.
   *
   * @param dependencies that are new or gone
   */
  static List<UnitChange> changes(Side before, Side after, List<Changed<Edge>> dependencies) {
    return new Units(before, after, dependencies).changes();
  }

  /** Whether somebody made or took away a link in a folder such as {@code X.wants} for it. */
  static boolean isLink(Changed<Edge> dependency) {
    return dependency.last().reasons().stream().allMatch(r -> r.isBareLink());
  }

  /** Those with files of their own, and instances that others name. */
  private static SortedMap<String, Unit> units(Side side) {
    var units = new TreeMap<String, Unit>();
    var machine = side.machine();
    machine.units().stream()
        .filter(u -> isThere(u, machine))
        .forEach(u -> units.put(u.toString(), u));
    side.graph().units().values().stream()
        .filter(u -> u.name().isInstance())
        .map(u -> machine.unit(u.name()))
        .filter(u -> u.state() != LoadState.NOT_FOUND)
        .forEach(u -> units.put(u.toString(), u));
    return units;
  }

  /** Where no machine is known, drop-ins tell of a unit that is elsewhere. */
  private static boolean isThere(Unit unit, Machine machine) {
    boolean dropIns = !unit.dropins().isEmpty() && !machine.setup().whole();
    return unit.state() != LoadState.NOT_FOUND || dropIns;
  }

  private List<UnitChange> changes() {
    var names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    names.addAll(links.keySet());
    var alike = new LinkedHashMap<Object, List<UnitChange>>();
    for (String name : names) {
      var change = change(name);
      if (!isNothing(change)) {
        boolean only =
            isSame(change.state()) && change.aliases().isEmpty() && change.links().isEmpty();
        Object key = only ? List.of(change.settings(), change.variables()) : name;
        alike.computeIfAbsent(key, k -> new ArrayList<>()).add(change);
      }
    }
    return alike.values().stream().map(Units::joined).toList();
  }

  private static UnitChange joined(List<UnitChange> alike) {
    var first = alike.get(0);
    var units = alike.stream().map(UnitChange::unit).toList();
    return new UnitChange(
        units,
        first.state(),
        first.aliases(),
        first.links(),
        first.settings(),
        first.variables(),
        first.follows());
  }

  private UnitChange change(String name) {
    // A link may lead to a unit that is not there, before and after.
    boolean nowhere = !old.containsKey(name) && !now.containsKey(name);
    var first = nowhere ? before.unit(name) : Optional.ofNullable(old.get(name));
    var second = nowhere ? after.unit(name) : Optional.ofNullable(now.get(name));
    var state = new Changed<>(first.map(u -> state(before, u)), second.map(u -> state(after, u)));
    var aliases = Changed.between(aliases(before, first), aliases(after, second), (a, b) -> true);
    boolean read =
        first.filter(Units::isRead).isPresent() && second.filter(Units::isRead).isPresent();
    var settings = read ? settings(first.get(), second.get()) : List.<SettingChange>of();
    var variables =
        read
            ? Variables.changes(before, first.get(), after, second.get())
            : List.<SettingChange>of();
    return new UnitChange(
        List.of(name),
        state,
        aliases,
        links.getOrDefault(name, List.of()),
        settings,
        variables,
        Following.NOTHING);
  }

  private static boolean isRead(Unit unit) {
    return unit.state() != LoadState.MASKED;
  }

  private static boolean isNothing(UnitChange change) {
    return isSame(change.state())
        && change.aliases().isEmpty()
        && change.links().isEmpty()
        && change.settings().isEmpty()
        && change.variables().isEmpty();
  }

  private static boolean isSame(Changed<UnitChange.State> state) {
    var load = state.before().map(UnitChange.State::load);
    return load.equals(state.after().map(UnitChange.State::load));
  }

  private static UnitChange.State state(Machine machine, Unit unit) {
    String path = unit.fragmentPath();
    var file = path.isEmpty() ? NO_FILE : Written.file(machine, path);
    return new UnitChange.State(unit.state(), file, unit.refusals());
  }

  /** The other names of the unit, each with the link that makes it one. */
  private static SortedMap<String, Written> aliases(Machine machine, Optional<Unit> unit) {
    var aliases = new TreeMap<String, Written>();
    if (unit.isEmpty()) {
      return aliases;
    }
    var others = new TreeSet<>(unit.get().names());
    others.remove(unit.get().toString());
    for (UnitLink link : others.isEmpty() ? List.<UnitLink>of() : machine.links()) {
      String name = Paths.name(link.path());
      if (others.contains(name) && link.kind() == UnitLink.Kind.ALIAS) {
        aliases.putIfAbsent(name, Written.file(machine, link.path()).saying(name));
      }
    }
    others.forEach(n -> aliases.putIfAbsent(n, NO_FILE.saying(n)));
    return aliases;
  }

  private List<SettingChange> settings(Unit first, Unit second) {
    var changes = new ArrayList<SettingChange>();
    var keys = new TreeMap<String, Setting>();
    first.settings().all().forEach(s -> keys.putIfAbsent(s.section() + "/" + s.name(), s));
    second.settings().all().forEach(s -> keys.putIfAbsent(s.section() + "/" + s.name(), s));
    for (Setting key : keys.values()) {
      var was = Effect.of(before, first, key.section(), key.name());
      var is = Effect.of(after, second, key.section(), key.name());
      if (!was.meaning().equals(is.meaning())) {
        changes.add(new SettingChange(key.section(), key.name(), was.lines(), is.lines()));
      }
    }
    return changes;
  }
}
