package org.unitlint.host.value;

import java.util.Locale;
import java.util.stream.Collectors;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Span;

/**
 * A value in a unit of its own.
 *
 * @param before how many characters of the file come before it
 */
record WrittenValue(String text, int before, Parsed<?> parsed) {
  /** The value of {@code Section.Directive}, as that version reads it. */
  static WrittenValue of(String directive, String value, int version) {
    String section = directive.substring(0, directive.indexOf('.'));
    String name = directive.substring(directive.indexOf('.') + 1);
    String suffix = section.equals("Unit") ? "service" : section.toLowerCase(Locale.ROOT);
    String head = "[" + section + "]\n" + name + "=";
    var tree = new MemoryTree().file("/etc/systemd/system/shop." + suffix, head + value + "\n");
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, version));
    var unit = machine.unit("shop." + suffix).orElseThrow();
    var setting = unit.settings().all().get(0);
    return new WrittenValue(value, head.length(), machine.values().read(setting, unit.name()));
  }

  /** The text at the place of each flaw, with its effect unless the whole line is ignored. */
  String flaws() {
    return parsed.flaws().stream()
        .map(
            f ->
                (f.effect() == ValueFlaw.Effect.LINE ? "" : f.effect() + " ")
                    + "`"
                    + f.place().text()
                    + "`")
        .collect(Collectors.joining(", "));
  }

  /** The value once the fixes are applied that may be applied unseen; without one the value. */
  String mended() {
    var mended = new StringBuilder(text);
    parsed.flaws().stream()
        .flatMap(f -> f.fix().stream())
        .filter(f -> f.safe())
        .flatMap(f -> f.edits().stream())
        .sorted((a, b) -> b.place().span().start() - a.place().span().start())
        .forEach(
            e -> {
              Span span = e.place().span();
              mended.replace(span.start() - before, span.end() - before, e.text());
            });
    return mended.toString();
  }
}
