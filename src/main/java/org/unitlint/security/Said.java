package org.unitlint.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.host.LoadedFile;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** What a service says, with lines that are only tried. */
final class Said {
  private final Unit unit;
  private final List<LoadedFile> tried;
  private final Map<String, List<String>> texts;
  private Optional<Judge> judge = Optional.empty();

  private Said(Unit unit, List<LoadedFile> tried, Map<String, List<String>> texts) {
    this.unit = unit;
    this.tried = tried;
    this.texts = texts;
  }

  static Said of(Unit unit) {
    var texts = new HashMap<String, List<String>>();
    for (Setting setting : unit.settings().all()) {
      texts.computeIfAbsent(setting.name(), n -> new ArrayList<>(1)).add(setting.text());
    }
    return new Said(unit, List.of(), texts);
  }

  /** The same with a drop-in that is tried, and has those lines. */
  Said with(LoadedFile dropin, List<String> lines) {
    var more = new HashMap<>(texts);
    for (String line : lines) {
      int equals = line.indexOf('=');
      var own = new ArrayList<>(more.getOrDefault(line.substring(0, equals), List.of()));
      own.add(line.substring(equals + 1));
      more.put(line.substring(0, equals), own);
    }
    var files = new ArrayList<>(tried);
    files.add(dropin);
    return new Said(unit, files, more);
  }

  /** The service as it stands. */
  Unit unit() {
    return unit;
  }

  /**
   * All that it says of these directives. Who says the same of what a check asks for comes to the
   * same; the name of the service is part of it where it may matter.
   */
  List<String> of(Collection<String> directives) {
    var said = new ArrayList<String>();
    boolean named = false;
    for (String directive : directives) {
      for (String text : texts.getOrDefault(directive, List.of())) {
        said.add(directive);
        said.add(text);
        named |= text.contains("%") || directive.equals(Sandbox.DYNAMIC_USER);
      }
    }
    if (named) {
      said.add(unit.toString());
    }
    return said;
  }

  /** Who decides the checks for it. No line that is tried keeps a service from loading. */
  Judge judge(Machine machine, Policy policy) {
    if (judge.isEmpty()) {
      var whole = unit;
      for (LoadedFile dropin : tried) {
        whole = machine.with(whole, dropin);
      }
      judge = Optional.of(new Judge(new Sandbox(machine, whole), policy));
    }
    return judge.get();
  }
}
