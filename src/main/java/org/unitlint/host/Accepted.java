package org.unitlint.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.ListSemantics;
import org.unitlint.host.value.Values;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.syntax.Words;

/** The settings of one unit that systemd takes; it ignores those with a value it does not know. */
public final class Accepted {
  private final Unit unit;
  private final Values values;

  Accepted(Unit unit, Values values) {
    this.unit = unit;
    this.values = values;
  }

  /** Those of a unit of the machine. */
  public static Accepted of(Machine machine, Unit unit) {
    return new Accepted(unit, machine.values());
  }

  /**
   * A word of a list, its specifiers replaced.
   *
   * @param place where it is written
   * @param setting that it is part of
   */
  public record Item(String text, Place place, Setting setting) {}

  /** The last setting that systemd takes. */
  public Optional<Setting> last(String section, String directive) {
    var settings = unit.settings(section, directive);
    for (int i = settings.size() - 1; i >= 0; i--) {
      if (isTaken(settings.get(i))) {
        return Optional.of(settings.get(i));
      }
    }
    return Optional.empty();
  }

  /** The settings that count and that systemd takes. */
  public List<Setting> all(String section, String directive) {
    return unit.settings(section, directive).stream().filter(this::isTaken).toList();
  }

  /** Whether the setting has a value, and systemd takes that; true in doubt. */
  boolean isTaken(Setting setting) {
    return !setting.value().isEmpty()
        && (values.isTaken(setting, unit.name())
            || FatalValue.taken(setting, unit.name(), values).isPresent());
  }

  /** The last setting with a boolean; what is not set is {@code otherwise}. */
  public boolean flag(String section, String directive, boolean otherwise) {
    return last(section, directive).flatMap(s -> Booleans.parse(s.text())).orElse(otherwise);
  }

  /** The last setting with a boolean, if that is a true one. */
  public Optional<Setting> on(String section, String directive) {
    return last(section, directive).filter(s -> Booleans.parse(s.text()).orElse(false));
  }

  /** What a socket unit listens on, in the order of reading. */
  public List<Setting> listeners() {
    return family(ListSemantics.APPEND_EMPTY_RESETS_ALL_LISTENERS);
  }

  /** The dates and spans by which a timer elapses, in the order of reading. */
  public List<Setting> triggers() {
    return family(ListSemantics.APPEND_EMPTY_RESETS_ALL_TRIGGERS);
  }

  /** The dates among the triggers of a timer. */
  public List<Setting> dates() {
    return all("Timer", "OnCalendar");
  }

  /** What a path unit watches, in the order of reading. */
  public List<Setting> watched() {
    return family(ListSemantics.APPEND_EMPTY_RESETS_ALL_PATHS);
  }

  private List<Setting> family(ListSemantics semantics) {
    return unit.settings().all().stream()
        .filter(s -> s.directive().listSemantics() == semantics)
        .filter(s -> unit.settings().counts(s) && isTaken(s))
        .toList();
  }

  /** Whether connections to such a listener can be accepted one by one. */
  public static boolean mayAccept(Setting listener) {
    return Listeners.mayAccept(listener);
  }

  /** The name of the service on the bus; empty where there is none that could be one. */
  public Optional<Setting> busName() {
    return last("Service", "BusName");
  }

  /**
   * The job mode of {@code OnFailure=}, in systemd's words, by the last line that sets it, be it in
   * the old spelling; empty where none does.
   */
  public Optional<String> onFailureMode() {
    var mode = last("Unit", "OnFailureJobMode");
    var isolate = last("Unit", "OnFailureIsolate");
    if (mode.isPresent() && isolate.isPresent()) {
      var all = unit.settings().all();
      isolate = isolate.filter(i -> all.indexOf(i) > all.indexOf(mode.get()));
    }
    return isolate
        .map(i -> Booleans.parse(i.text()).orElse(false) ? "isolate" : "replace")
        .or(() -> mode.map(Setting::text));
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
