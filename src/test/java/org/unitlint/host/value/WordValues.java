package org.unitlint.host.value;

import java.util.List;
import java.util.stream.Collectors;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.source.MemoryTree;

/** One unit of the tests, and what is read from it. */
record WordValues(Unit unit, Values values, Machine machine) {
  /** A service of those lines. */
  static WordValues service(int version, String... lines) {
    return of("Service", "service", version, Scope.SYSTEM, lines);
  }

  static WordValues of(String section, String suffix, int version, Scope scope, String... lines) {
    String folder = scope == Scope.USER ? "/etc/systemd/user/a." : "/etc/systemd/system/a.";
    var tree = new MemoryTree();
    tree.file(folder + suffix, "[" + section + "]\n" + String.join("\n", lines) + "\n");
    var machine = new Machine(tree, Setup.machine(scope, version));
    return new WordValues(machine.units().iterator().next(), machine.values(), machine);
  }

  /** What the last line gives. */
  Parsed<?> last() {
    var all = unit.settings().all();
    return values.read(all.get(all.size() - 1), unit.name());
  }

  /** The value of the last line, or {@code -}; then each flaw with its effect and its text. */
  String read() {
    var parsed = last();
    return parsed.value().map(Object::toString).orElse("-")
        + parsed.flaws().stream()
            .map(f -> " " + f.effect() + ":" + f.place().text())
            .collect(Collectors.joining());
  }

  /** What the safe fixes of the last line write; {@code ?} for those that are not safe. */
  List<String> fixes() {
    return last().flaws().stream()
        .map(f -> f.fix().map(x -> (x.safe() ? "" : "?") + x.edits().get(0).text()).orElse("-"))
        .toList();
  }
}
