package org.unitlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.report.EffectiveAnswer;
import org.unitlint.report.EffectiveFile;
import org.unitlint.report.EffectiveFormat;
import org.unitlint.report.EffectiveJson;
import org.unitlint.report.EffectiveText;
import org.unitlint.source.Paths;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint effective}: units as systemd sees them. */
final class EffectiveCommand implements Command {
  static final String SUMMARY = "Show units as systemd sees them, each setting with file and line.";

  @Override
  public String name() {
    return "effective";
  }

  @Override
  public String summary() {
    return SUMMARY;
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    Lookup.addWords(
        spec,
        "UNIT",
        "1..*",
        "A unit by name, pattern or file, - for standard input; without a type it is a service.");
    spec.addOption(
        Options.flag(
            "--with-defaults",
            "Also systemd's own defaults, as system.conf has them, and the dependencies that it"
                + " adds."));
    Lookup.addTo(spec);
    spec.addOption(Options.stdinFilename());
    Options.addAnswer(
        spec, "text (default), unit (one file that says the same by itself) or json.");
    spec.usageMessage()
        .footer(
            "",
            "Fragment and drop-ins are put together in systemd's order. Below a setting stands what"
                + " it overrode or took back; what systemd ignores stands behind a #, with the"
                + " reason.",
            "",
            "unitlint effective nginx",
            "unitlint effective --root /srv/image --with-defaults 'getty@tty1'",
            "unitlint effective --format unit nginx >nginx.service");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    var format = Options.choice(arguments, "--format", "text", EffectiveFormat::ofWord);
    var palette = Options.palette(arguments, terminal);
    var words = Lookup.words(arguments);
    String stdin = arguments.matchedOptionValue("--stdin-filename", "");
    var found = Lookup.of(arguments, terminal).find(words, stdin);
    var units = asked(words, found);
    var graph =
        arguments.hasMatchedOption("--with-defaults")
            ? Optional.of(graph(found.machine(), units))
            : Optional.<DependencyGraph>empty();
    var answer = new EffectiveAnswer(found.machine(), units, graph);
    Options.write(
        arguments,
        terminal,
        out -> {
          switch (format) {
            case TEXT -> out.write(EffectiveText.of(answer, palette));
            case UNIT -> out.write(EffectiveFile.of(answer));
            case JSON -> EffectiveJson.write(answer, out);
          }
        });
    return found.isComplete() ? Exit.CLEAN : Exit.UNREADABLE;
  }

  /** The units that were asked for, in order and each once: by name, by pattern, or as files. */
  private static List<EffectiveAnswer.Asked> asked(List<String> words, Lookup.Found found)
      throws Trouble {
    var asked = new ArrayList<EffectiveAnswer.Asked>();
    var files = new ArrayList<>(found.files());
    for (String word : words) {
      if (found.words().contains(word)) {
        named(UnitWord.of(word), found.machine()).forEach(u -> add(asked, u));
        continue;
      }
      for (UnitName name : List.copyOf(files)) {
        if (name.toString().equals(Paths.name(word)) || !isUnit(word)) {
          files.remove(name);
          add(asked, new EffectiveAnswer.Asked(name.toString(), found.machine().unit(name)));
        }
      }
    }
    for (UnitName name : files) {
      add(asked, new EffectiveAnswer.Asked(name.toString(), found.machine().unit(name)));
    }
    if (asked.isEmpty()) {
      throw Trouble.usage("there is no unit in what is named");
    }
    return asked;
  }

  private static boolean isUnit(String path) {
    return UnitName.parse(Paths.name(path)).isPresent();
  }

  private static void add(List<EffectiveAnswer.Asked> asked, EffectiveAnswer.Asked more) {
    if (asked.stream().noneMatch(a -> a.unit().name().equals(more.unit().name()))) {
      asked.add(more);
    }
  }

  private static List<EffectiveAnswer.Asked> named(UnitWord word, Machine machine) throws Trouble {
    if (word.isPattern()) {
      var matches = word.matches();
      var matching =
          machine.units().stream()
              .filter(u -> u.names().stream().anyMatch(matches))
              .map(u -> new EffectiveAnswer.Asked(u.name().toString(), u))
              .toList();
      if (matching.isEmpty()) {
        throw word.missing(machine.names());
      }
      return matching;
    }
    var name = UnitName.parse(word.text()).filter(UnitName::isTemplate).orElse(null);
    var unit = machine.unit(name == null ? word.name() : name);
    if (!isThere(unit)) {
      throw word.missing(new TreeSet<>(machine.names()));
    }
    return List.of(new EffectiveAnswer.Asked(word.text(), unit));
  }

  /** Drop-ins alone make no unit, but are shown where nothing is known of its machine. */
  private static boolean isThere(Unit unit) {
    return unit.state() != LoadState.NOT_FOUND
        || !unit.fragmentPath().isEmpty()
        || !unit.dropinPaths().isEmpty();
  }

  private static DependencyGraph graph(Machine machine, List<EffectiveAnswer.Asked> units) {
    var roots = new TreeSet<>(DependencyGraph.everything(machine));
    units.stream().map(a -> a.unit().name()).filter(n -> !n.isTemplate()).forEach(roots::add);
    return DependencyGraph.load(machine, roots);
  }
}
