package org.unitlint.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unitlint.catalog.ListSemantics;
import org.unitlint.catalog.SettingGroup;
import org.unitlint.host.Accepted;
import org.unitlint.host.Booleans;
import org.unitlint.host.Machine;
import org.unitlint.host.Mentions;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.Capabilities;
import org.unitlint.host.value.Meaning;
import org.unitlint.syntax.Command;
import org.unitlint.syntax.CommandLine;
import org.unitlint.syntax.Word;
import org.unitlint.syntax.Words;

/**
 * What the lines of a directive come to, whichever way they are written.
 *
 * @param lines those that systemd takes; of a directive with one value only the last
 * @param meaning equal where they do the same
 */
record Effect(List<Written> lines, List<String> meaning) {
  /** Directives whose empty list is another thing than no line. */
  private static final Set<String> MEANT_EMPTY = Set.of("CapabilityBoundingSet", "Delegate");

  static final Effect NONE = new Effect(List.of(), List.of());

  Effect {
    lines = List.copyOf(lines);
    meaning = List.copyOf(meaning);
  }

  /** That of all lines of a directive in a unit. */
  static Effect of(Machine machine, Unit unit, String section, String name) {
    var counting = counting(machine, unit, section, name);
    if (counting.isEmpty()) {
      return NONE;
    }
    var lines = counting.stream().map(s -> written(machine, s)).toList();
    return new Effect(lines, meaning(machine, unit, counting));
  }

  /** Without those that have no value, unless that is one, too. */
  private static List<Setting> counting(Machine machine, Unit unit, String section, String name) {
    var taken =
        unit.settings(section, name).stream()
            .filter(s -> machine.values().isTaken(s, unit.name()))
            .filter(s -> !isReplaced(s, machine, unit))
            .toList();
    if (MEANT_EMPTY.contains(name)) {
      return Stream.concat(emptied(unit, section, name).stream(), taken.stream()).toList();
    }
    boolean single = !taken.isEmpty() && taken.get(0).directive().listSemantics().single();
    var counting = single ? taken.subList(taken.size() - 1, taken.size()) : taken;
    return counting.stream().filter(s -> !s.value().isEmpty()).toList();
  }

  /** Whether a later line sets this directive together with others. */
  private static boolean isReplaced(Setting setting, Machine machine, Unit unit) {
    var whole =
        machine
            .catalog()
            .settingGroup(setting.section(), setting.name())
            .flatMap(SettingGroup::whole)
            .filter(w -> !w.equals(setting.name()))
            .flatMap(w -> Accepted.of(machine, unit).last(setting.section(), w));
    var all = unit.settings().all();
    return whole.filter(w -> all.indexOf(w) > all.indexOf(setting)).isPresent();
  }

  /** The last line without a value. */
  private static Optional<Setting> emptied(Unit unit, String section, String name) {
    return unit.settings().all().stream()
        .filter(s -> s.section().equals(section) && s.name().equals(name))
        .filter(s -> s.value().isEmpty())
        .reduce((first, second) -> second);
  }

  private static Written written(Machine machine, Setting setting) {
    String path = setting.file().path();
    return machine
        .cause(path)
        .map(c -> Written.at(setting.text(), c.path(), c.place()))
        .orElseGet(() -> Written.at(setting.text(), path, setting.place()));
  }

  private static List<String> meaning(Machine machine, Unit unit, List<Setting> lines) {
    var first = lines.get(0);
    String kind = machine.values().kind(first);
    if (kind.equals("unit-list") || kind.equals("unit-name-list")) {
      var names = new TreeSet<String>();
      Mentions.of(machine, unit, first.section(), first.name())
          .forEach(m -> names.add(m.text().orElse(m.written())));
      return List.copyOf(names);
    }
    if (kind.equals("exec-command")) {
      int version = machine.setup().version();
      return lines.stream()
          .flatMap(s -> CommandLine.parse(s.value(), version).commands().stream())
          .map(Effect::command)
          .toList();
    }
    if (kind.equals("capability-set")) {
      var sets = Capabilities.lines(unit, first.section(), first.name(), machine.values());
      boolean most = first.name().equals("CapabilityBoundingSet");
      return List.of(String.valueOf(Capabilities.merge(sets, most ? Capabilities.ALL : 0)));
    }
    if (kind.endsWith("-list") && lines.stream().noneMatch(s -> s.text().startsWith("~"))) {
      return words(lines, Words.Mode.QUOTED);
    }
    if (kind.equals("environment-assignments")) {
      return words(lines, Words.Mode.ENVIRONMENT);
    }
    if (first.directive().listSemantics() == ListSemantics.MERGE_EMPTY_RESETS) {
      return lines.stream().map(s -> String.join(" ", s.text().split("\\s+"))).toList();
    }
    return lines.stream().map(s -> single(machine, unit, kind, s)).toList();
  }

  private static List<String> words(List<Setting> lines, Words.Mode mode) {
    return lines.stream()
        .flatMap(s -> Words.split(s.value(), mode).words().stream())
        .map(Word::text)
        .toList();
  }

  private static String command(Command command) {
    var words = new ArrayList<String>();
    command.prefixes().keySet().stream().sorted().forEach(p -> words.add(p.sign()));
    words.add("");
    words.add(command.path().text());
    Stream.concat(command.argv0().stream(), command.arguments().stream())
        .forEach(w -> words.add(w.text()));
    return String.join("\0", words);
  }

  private static String single(Machine machine, Unit unit, String kind, Setting setting) {
    if (kind.equals("boolean") || kind.equals("tristate")) {
      return Booleans.parse(setting.text()).map(String::valueOf).orElse(setting.text());
    }
    return machine
        .values()
        .read(setting, unit.name())
        .value()
        .filter(v -> v instanceof Meaning || v instanceof Number)
        .map(Object::toString)
        .orElse(setting.text());
  }
}
