package org.unitlint.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unitlint.catalog.ListSemantics;
import org.unitlint.host.Accepted;
import org.unitlint.host.Booleans;
import org.unitlint.host.Machine;
import org.unitlint.host.Mentions;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
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
  static final Effect NONE = new Effect(List.of(), List.of());

  Effect {
    lines = List.copyOf(lines);
    meaning = List.copyOf(meaning);
  }

  /** That of all lines of a directive in a unit. */
  static Effect of(Machine machine, Unit unit, String section, String name) {
    var taken = Accepted.of(machine, unit).all(section, name);
    if (taken.isEmpty()) {
      return NONE;
    }
    var last = taken.get(taken.size() - 1);
    var counting = last.directive().listSemantics().single() ? List.of(last) : taken;
    var lines = counting.stream().map(s -> written(machine, s)).toList();
    return new Effect(lines, meaning(machine, unit, counting));
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
    if (kind.startsWith("timespan") || kind.startsWith("size") || kind.equals("mode")) {
      var value = machine.values().read(setting, unit.name()).value();
      return value.map(Object::toString).orElse(setting.text());
    }
    return setting.text();
  }
}
