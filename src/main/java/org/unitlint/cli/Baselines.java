package org.unitlint.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.cli.Checker.Checked;
import org.unitlint.cli.Checker.Told;
import org.unitlint.cli.config.ConfigFile;
import org.unitlint.cli.config.Entry;
import org.unitlint.report.Baseline;

/** The baselines of one run: that of the command line, else those of the configurations. */
final class Baselines {
  private final String given;
  private final Terminal terminal;
  private final Map<Path, Baseline> read = new HashMap<>();

  /**
   * No baselines yet.
   *
   * @param given the file that the command line names; may be empty
   */
  Baselines(String given, Terminal terminal) {
    this.given = given;
    this.terminal = terminal;
  }

  /** The findings that no baseline hides. */
  List<Told> others(Checked checked) throws Trouble {
    return others(checked, new LinkedHashMap<>());
  }

  /** As {@link #others}; says how many entries of each baseline hide nothing. */
  List<Told> othersAndStale(Checked checked) throws Trouble {
    var accepted = new LinkedHashMap<Path, Accepted>();
    var others = others(checked, accepted);
    accepted.forEach((file, baseline) -> say(terminal.name(file), baseline.stale(checked)));
    return others;
  }

  private List<Told> others(Checked checked, Map<Path, Accepted> accepted) throws Trouble {
    var byConfig = new HashMap<ConfigFile, Optional<Accepted>>();
    for (ConfigFile config : checked.files().values()) {
      if (!byConfig.containsKey(config)) {
        byConfig.put(config, of(config, accepted));
      }
    }
    return checked.told().stream()
        .filter(t -> byConfig.get(t.terms().config()).filter(a -> a.hides(t)).isEmpty())
        .toList();
  }

  private Optional<Accepted> of(ConfigFile config, Map<Path, Accepted> accepted) throws Trouble {
    String name = given.isEmpty() ? configured(config) : given;
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var file = terminal.path(name);
    if (!read.containsKey(file)) {
      read.put(file, Accepted.read(file, terminal.name(file)));
    }
    return Optional.of(accepted.computeIfAbsent(file, f -> new Accepted(f, read.get(f))));
  }

  /** The path of the baseline that a configuration names, from its own folder on. */
  private static String configured(ConfigFile config) {
    String name = config.baseline().map(Entry::value).orElse("");
    return name.isEmpty() || name.startsWith("/") ? name : config.folder() + "/" + name;
  }

  private void say(String name, int stale) {
    if (stale > 0) {
      terminal.say(
          name
              + ": "
              + (stale == 1 ? "1 finding is" : stale + " findings are")
              + " there no more; write it anew with --write-baseline");
    }
  }
}
