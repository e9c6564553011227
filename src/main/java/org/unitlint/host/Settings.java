package org.unitlint.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.ListSemantics;
import org.unitlint.catalog.Standing;
import org.unitlint.catalog.Status;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.value.Values;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.syntax.Assignment;

/** The settings of one unit, from its fragment and drop-ins, and which of them count. */
public final class Settings {
  private final Catalog catalog;
  private final List<Setting> all;
  private final Map<String, List<Setting>> effective;
  private Map<Source, NavigableMap<Integer, Setting>> places;
  private final Set<Setting> counting = Collections.newSetFromMap(new IdentityHashMap<>());

  private Settings(Catalog catalog, List<Setting> all) {
    this.catalog = catalog;
    this.all = Collections.unmodifiableList(all);
    this.effective = effective(catalog, all);
    effective.values().forEach(counting::addAll);
  }

  /** No settings at all. */
  static final Settings NONE = new Settings(Catalog.standard(), List.of());

  /** The settings of the fragment, then of the drop-ins as far as systemd reads each. */
  static Settings of(
      UnitName unit, Optional<LoadedFile> fragment, List<LoadedFile> dropins, Values values) {
    var all = new ArrayList<Setting>();
    fragment.ifPresent(file -> all.addAll(of(unit.type(), file, values)));
    dropins.forEach(file -> addDropin(unit, file, values, all));
    return new Settings(values.catalog(), all);
  }

  private static void addDropin(UnitName unit, LoadedFile file, Values values, List<Setting> all) {
    for (Setting setting : of(unit.type(), file, values)) {
      all.add(setting);
      if (FatalValue.of(setting, unit, values).isPresent()) {
        break;
      }
    }
  }

  /** The same with those of one more drop-in of the unit behind them. */
  Settings with(UnitName unit, LoadedFile dropin, Values values) {
    var more = new ArrayList<>(all);
    if (dropin.tree().fatal().isEmpty()) {
      addDropin(unit, dropin, values, more);
    }
    return new Settings(catalog, more);
  }

  private static List<Setting> of(UnitType type, LoadedFile file, Values values) {
    var catalog = values.catalog();
    var read = new ArrayList<Setting>();
    for (var section : file.tree().sections()) {
      if (!catalog.sections(type).contains(section.name())) {
        continue;
      }
      for (Assignment assignment : section.assignments()) {
        catalog
            .directive(section.name(), assignment.name())
            .filter(d -> isRead(d.standing(values.version())))
            .ifPresent(d -> read.add(setting(d, section.name(), assignment, file)));
      }
    }
    return read;
  }

  /** Whether systemd stops reading the file because of a value. */
  static boolean isBroken(UnitName unit, LoadedFile file, Values values) {
    return of(unit.type(), file, values).stream()
        .anyMatch(s -> FatalValue.of(s, unit, values).isPresent());
  }

  /** Those of the file alone that stand before the place; what else there is was not read. */
  Settings before(Place end, LoadedFile file) {
    var read = new ArrayList<Setting>();
    for (Setting setting : all) {
      boolean before = setting.assignment().span().end() <= end.span().start();
      if (setting.file() == file && before) {
        read.add(setting);
      }
    }
    return new Settings(catalog, read);
  }

  private static boolean isRead(Standing standing) {
    return standing != Standing.TOO_NEW && standing != Standing.REMOVED;
  }

  /** Old spellings count under the name and in the section that took their place. */
  private static Setting setting(
      Directive directive, String section, Assignment assignment, LoadedFile file) {
    var heir =
        directive
            .replacement()
            .filter(r -> isOldSpelling(directive.status()) && r.value().isEmpty())
            .filter(r -> r.directive().isPresent());
    return new Setting(
        directive,
        heir.flatMap(r -> r.section()).orElse(section),
        heir.flatMap(r -> r.directive()).orElse(assignment.name()),
        assignment,
        file);
  }

  private static boolean isOldSpelling(Status status) {
    return status == Status.LEGACY_ALIAS || status == Status.MOVED;
  }

  private static Map<String, List<Setting>> effective(Catalog catalog, List<Setting> all) {
    var effective = new HashMap<String, List<Setting>>();
    for (Setting setting : all) {
      var semantics = setting.directive().listSemantics();
      if (setting.value().isEmpty() && semantics.emptyResets()) {
        reset(catalog, effective, setting);
        continue;
      }
      if (setting.value().isEmpty() && semantics == ListSemantics.APPEND_NO_RESET) {
        continue;
      }
      effective.computeIfAbsent(key(setting), k -> new ArrayList<>(2)).add(setting);
    }
    effective.replaceAll((k, settings) -> List.copyOf(settings));
    return effective;
  }

  private static void reset(Catalog catalog, Map<String, List<Setting>> effective, Setting empty) {
    effective.remove(key(empty));
    boolean related =
        empty.directive().listSemantics().isShared()
            || catalog.settingGroup(empty.section(), empty.name()).isPresent();
    if (related) {
      effective.values().removeIf(settings -> takesBack(catalog, empty, settings.get(0)));
    }
  }

  /** Whether a setting without a value takes back another one, if that stands before it. */
  public static boolean takesBack(Catalog catalog, Setting empty, Setting other) {
    if (!other.section().equals(empty.section())) {
      return false;
    }
    var semantics = empty.directive().listSemantics();
    boolean shared =
        semantics.isShared()
            && other.directive().listSemantics() == semantics
            && isAssertion(other) == isAssertion(empty);
    return shared
        || other.name().equals(empty.name())
        || catalog
            .settingGroup(empty.section(), empty.name())
            .filter(g -> g.clears(empty.name(), other.name()))
            .isPresent();
  }

  private static boolean isAssertion(Setting setting) {
    return setting.name().startsWith("Assert");
  }

  private static String key(Setting setting) {
    return key(setting.section(), setting.name());
  }

  private static String key(String section, String name) {
    return section + "/" + name;
  }

  /** All of them, those that were reset or overridden too, in the order of reading. */
  public List<Setting> all() {
    return all;
  }

  /** The names under which they count, those that were reset among them. */
  public Set<String> names() {
    var names = new HashSet<String>();
    for (Setting setting : all) {
      names.add(setting.name());
    }
    return names;
  }

  /** The setting whose value has the place; empty for other places. */
  public synchronized Optional<Setting> at(Place place) {
    if (places == null) {
      places = new IdentityHashMap<>();
      for (Setting setting : all) {
        places
            .computeIfAbsent(setting.place().source(), s -> new TreeMap<>())
            .put(setting.place().span().start(), setting);
      }
    }
    var ofSource = places.getOrDefault(place.source(), Collections.emptyNavigableMap());
    return Optional.ofNullable(ofSource.floorEntry(place.span().start()))
        .map(Map.Entry::getValue)
        .filter(s -> place.span().end() <= s.place().span().end());
  }

  /** Whether the setting, which is one of these, was not reset. */
  public boolean counts(Setting setting) {
    return counting.contains(setting);
  }

  /** Those of one directive that count; where only the last does, that is the last of these. */
  public List<Setting> effective(String section, String directive) {
    return effective.getOrDefault(key(section, directive), List.of());
  }
}
