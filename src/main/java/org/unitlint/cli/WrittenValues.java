package org.unitlint.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Directive;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Setup;
import org.unitlint.host.value.Parsed;
import org.unitlint.report.Explanation;
import org.unitlint.report.ValueText;
import org.unitlint.source.MemoryTree;

/** Reads a setting that was typed at the prompt as if it stood in a unit. */
final class WrittenValues {
  private static final String FOLDER = "/units";
  private static final String UNIT = "example.";

  private final int version;
  private final Instant now;

  WrittenValues(int version, Instant now) {
    this.version = version;
    this.now = now;
  }

  /** What systemd makes of the value, once for all sections that treat the directive alike. */
  List<Explanation> explain(List<Directive> directives, Optional<String> section, String value) {
    var told = new ArrayList<Explanation>();
    for (Directive directive : directives) {
      var sections =
          section.filter(directive.sections()::contains).map(List::of).orElse(directive.sections());
      read(directive.name(), sections, value).ifPresent(told::add);
    }
    return told;
  }

  private Optional<Explanation> read(String name, List<String> sections, String value) {
    String section = sections.get(0);
    String path = FOLDER + "/" + UNIT + suffix(section);
    var tree = new MemoryTree().file(path, "[" + section + "]\n" + name + "=" + value + "\n");
    var machine = new Machine(tree, Setup.folders(Scope.SYSTEM, version, List.of(FOLDER)));
    var unit = machine.unit(UNIT + suffix(section)).orElseThrow();
    return unit.settings().all().stream()
        .findFirst()
        .map(s -> text(s, sections, machine.values().read(s, unit.name())));
  }

  private Explanation text(Setting setting, List<String> sections, Parsed<?> parsed) {
    return new ValueText(setting, sections, parsed, now);
  }

  private static String suffix(String section) {
    return Arrays.stream(UnitType.values())
        .filter(t -> t.section().equals(section))
        .findFirst()
        .orElse(UnitType.SERVICE)
        .suffix();
  }
}
