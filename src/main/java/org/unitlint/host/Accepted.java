package org.unitlint.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.unitlint.catalog.Catalog;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.syntax.Words;

/** The settings of one unit that systemd takes; it ignores those with a value it does not know. */
public final class Accepted {
  private final Unit unit;
  private final Catalog catalog;
  private final int version;

  Accepted(Unit unit, Catalog catalog, int version) {
    this.unit = unit;
    this.catalog = catalog;
    this.version = version;
  }

  /** Those of a unit of the machine. */
  public static Accepted of(Machine machine, Unit unit) {
    return new Accepted(unit, machine.catalog(), machine.setup().version());
  }

  /**
   * A word of a list, its specifiers replaced.
   *
   * @param place where it is written
   * @param setting that it is part of
   */
  public record Item(String text, Place place, Setting setting) {}

  /** Whether systemd knows all specifiers; if not, it ignores the setting. */
  boolean isExpandable(Setting setting) {
    return UnknownSpecifiers.in(setting, catalog, version).isEmpty();
  }

  /** The last setting that passes. */
  public Optional<Setting> last(String section, String directive, Predicate<Setting> valid) {
    return unit.settings(section, directive).stream()
        .filter(s -> !s.value().isEmpty() && isExpandable(s) && valid.test(s))
        .reduce((a, b) -> b);
  }

  /** The last setting with a boolean; what is not set is {@code otherwise}. */
  public boolean flag(String section, String directive, boolean otherwise) {
    return last(section, directive, s -> Booleans.parse(s.text()).isPresent())
        .map(s -> Booleans.parse(s.text()).get())
        .orElse(otherwise);
  }

  /** The last setting with a boolean, if that is a true one. */
  public Optional<Setting> on(String section, String directive) {
    return last(section, directive, s -> Booleans.parse(s.text()).isPresent())
        .filter(s -> Booleans.parse(s.text()).get());
  }

  /** The last setting with a word of its enum. */
  public Optional<Setting> word(String section, String directive) {
    return last(section, directive, this::isWord);
  }

  private boolean isWord(Setting setting) {
    String kind = setting.directive().valueKind(version);
    var words = catalog.words(kind.substring(kind.indexOf(':') + 1));
    return words.isEmpty()
        || words.get().open()
        || words.get().word(setting.text()).filter(w -> w.acceptedIn(version)).isPresent()
        || words.get().booleans() && Booleans.parse(setting.text()).isPresent();
  }

  /** The last setting with a path. */
  public Optional<Setting> path(String section, String directive) {
    return last(section, directive, s -> RoughValues.isPath(s.text()));
  }

  /** What a socket unit listens on, as far as systemd knows the kind of address. */
  public List<Setting> listeners() {
    var listeners = new ArrayList<Setting>();
    for (String directive : Listeners.ALL) {
      unit.settings("Socket", directive).stream()
          .filter(Listeners::isValid)
          .filter(this::isExpandable)
          .forEach(listeners::add);
    }
    return listeners;
  }

  /** Whether connections to such a listener can be accepted one by one. */
  public static boolean mayAccept(Setting listener) {
    return Listeners.mayAccept(listener);
  }

  /** The dates at which a timer fires. */
  public List<Setting> dates() {
    return unit.settings("Timer", "OnCalendar").stream()
        .filter(s -> RoughValues.isCalendar(s.text()) && isExpandable(s))
        .toList();
  }

  /** The name of the service on the bus; empty where there is none that could be one. */
  public Optional<Setting> busName() {
    return last("Service", "BusName", s -> RoughValues.isBusName(s.text()));
  }

  /** The absolute path of the setting, its specifiers replaced; empty where there is none. */
  public static Optional<String> path(Machine machine, Unit unit, Setting setting) {
    return absolute(machine.specifiers().expand(setting.text(), unit.name()));
  }

  private static Optional<String> absolute(Optional<String> text) {
    return text.filter(t -> t.startsWith("/") && !("/" + t + "/").contains("/../"))
        .map(Paths::normalize);
  }

  /** The words of all settings of a directive, quotes removed and specifiers replaced. */
  public static List<Item> items(Machine machine, Unit unit, String section, String directive) {
    var items = new ArrayList<Item>();
    for (Setting setting : unit.settings(section, directive)) {
      for (var word : Words.split(setting.value(), Words.Mode.QUOTED).words()) {
        machine
            .specifiers()
            .expand(word.text(), unit.name())
            .ifPresent(text -> items.add(new Item(text, word.place(), setting)));
      }
    }
    return items;
  }

  /** As {@link #items}, of which only absolute paths are kept. */
  public static List<Item> paths(Machine machine, Unit unit, String section, String directive) {
    var paths = new ArrayList<Item>();
    for (Item item : items(machine, unit, section, directive)) {
      absolute(Optional.of(item.text()))
          .ifPresent(path -> paths.add(new Item(path, item.place(), item.setting())));
    }
    return paths;
  }
}
