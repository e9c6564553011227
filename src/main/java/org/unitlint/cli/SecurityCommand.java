package org.unitlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.ServiceType;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.report.SecurityAnswer;
import org.unitlint.report.SecurityJson;
import org.unitlint.report.SecurityText;
import org.unitlint.security.Advice;
import org.unitlint.security.Adviser;
import org.unitlint.security.Policy;
import org.unitlint.security.PolicyFile;
import org.unitlint.security.Risk;
import org.unitlint.source.Threads;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code unitlint security}: how exposed services are, and what would make them less so. */
final class SecurityCommand implements Command {
  static final String SUMMARY = "Tell how exposed services are, and what to do about it.";

  private static final int MOST = 100;

  @Override
  public String name() {
    return "security";
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
        "0..*",
        "Services by name, pattern or file, - for standard input; without a type it is a service."
            + " Without UNIT: a table of all services.");
    spec.addOption(
        Options.flag(
            "--suggest-dropin", "Write what is suggested as a drop-in, ready to be used."));
    spec.addOption(
        Options.text(
            "--risk",
            "RISK",
            "The highest risk that what is suggested may have: low, medium (default) or high."));
    spec.addOption(
        Options.text(
            "--threshold",
            "N",
            "Exit with 1 if a service is more exposed than that, in tenths from 0 to 100."));
    spec.addOption(
        Options.text(
            "--security-policy",
            "FILE",
            "Weights of your own, in JSON as systemd-analyze takes them."));
    spec.addOption(
        Options.flag("--long-running", "In the table: only services that are no oneshots."));
    Lookup.addTo(spec);
    spec.addOption(Options.stdinFilename());
    Options.addAnswer(spec, "text (default) or json.");
    spec.usageMessage()
        .footer(
            "",
            "The exposure is that of systemd-analyze security --offline=true: the same checks and"
                + " weights, from 0.0 to 10.0.",
            "",
            "unitlint security --root /srv/image",
            "unitlint security --root /srv/image nginx --suggest-dropin",
            "unitlint security ./backup.service --threshold 50");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws Trouble {
    boolean json = Options.json(arguments);
    var risk = Options.choice(arguments, "--risk", "medium", Risk::ofWord);
    var threshold = threshold(arguments);
    var palette = Options.palette(arguments, terminal);
    boolean dropins = arguments.hasMatchedOption("--suggest-dropin");
    var policy = policy(arguments, terminal);
    String stdin = arguments.matchedOptionValue("--stdin-filename", "");
    var found = Lookup.of(arguments, terminal).find(Lookup.words(arguments), stdin);
    var machine = found.machine();
    boolean named = !found.words().isEmpty() || !found.files().isEmpty();
    if (dropins && !named) {
      throw Trouble.usage("--suggest-dropin: name the services to write drop-ins for");
    }
    var units = named ? asked(found) : all(machine, arguments.hasMatchedOption("--long-running"));
    var answer = answer(units, new Adviser(machine, policy), risk, named, threshold);
    boolean complete = found.isComplete() && (!named || answer.hidden() == 0);
    if (named) {
      units.stream().filter(u -> !u.isLoaded()).forEach(u -> terminal.say(unfit(u)));
    }
    Options.write(
        arguments,
        terminal,
        out -> {
          if (json) {
            SecurityJson.write(answer, out);
          } else {
            out.write(dropins ? dropins(answer.services()) : SecurityText.of(answer, palette));
          }
        });
    if (!complete) {
      return Exit.UNREADABLE;
    }
    return answer.failing().isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
  }

  /** All that there is to say of the services of a machine where nothing else is asked for. */
  static SecurityAnswer all(Machine machine, Adviser adviser) {
    return answer(all(machine, false), adviser, Risk.MEDIUM, false, OptionalInt.empty());
  }

  private static SecurityAnswer answer(
      List<Unit> units, Adviser adviser, Risk risk, boolean named, OptionalInt threshold) {
    var loaded = units.stream().filter(Unit::isLoaded).toList();
    var advice = Threads.over(loaded).map(u -> adviser.advice(u, risk)).toList();
    return new SecurityAnswer(advice, named, units.size() - loaded.size(), threshold);
  }

  private static OptionalInt threshold(ParseResult arguments) throws Trouble {
    var number = Options.number(arguments, "--threshold");
    if (number.filter(n -> n > MOST).isPresent()) {
      throw Options.refused(arguments, "--threshold", String.valueOf(number.get()));
    }
    return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
  }

  private static Policy policy(ParseResult arguments, Terminal terminal) throws Trouble {
    String name = arguments.matchedOptionValue("--security-policy", "");
    if (name.isEmpty()) {
      return Policy.STANDARD;
    }
    var file = PolicyFile.parse(TextFile.read(terminal, name));
    if (file.policy().isEmpty()) {
      throw Trouble.usage(name + ": " + file.remarks().get(0));
    }
    file.remarks().forEach(r -> terminal.say(name + ": passed over: " + r));
    return file.policy().get();
  }

  /** Every service of the machine, templates too. */
  private static List<Unit> all(Machine machine, boolean running) {
    return machine.units().stream()
        .filter(u -> u.name().type() == UnitType.SERVICE)
        .filter(u -> !running || !ServiceType.of(machine, u).equals("oneshot"))
        .toList();
  }

  /** The services that were asked for, in the order of their names. */
  private static List<Unit> asked(Lookup.Found found) throws Trouble {
    var machine = found.machine();
    var units = new TreeMap<String, Unit>();
    for (UnitName name : found.files()) {
      if (name.type() == UnitType.SERVICE) {
        units.put(name.toString(), machine.unit(name));
      }
    }
    for (String word : found.words()) {
      for (Unit unit : matches(UnitWord.of(word), machine)) {
        units.put(unit.toString(), unit);
      }
    }
    if (units.isEmpty()) {
      throw Trouble.usage("none of the files is a service");
    }
    return new ArrayList<>(units.values());
  }

  private static List<Unit> matches(UnitWord word, Machine machine) throws Trouble {
    if (word.isPattern()) {
      var matches = word.matches();
      var units =
          all(machine, false).stream()
              .filter(u -> u.isLoaded() && u.names().stream().anyMatch(matches))
              .toList();
      if (units.isEmpty()) {
        throw word.missing(machine.names());
      }
      return units;
    }
    var name = UnitName.parse(word.text());
    if (name.isEmpty()) {
      throw Trouble.usage("`" + word.text() + "` cannot be the name of a unit");
    }
    if (name.get().type() != UnitType.SERVICE) {
      throw Trouble.usage("`" + word.text() + "` is no service");
    }
    var unit = machine.unit(name.get());
    if (unit.state() == LoadState.NOT_FOUND) {
      throw word.missing(machine.names());
    }
    return List.of(unit);
  }

  private static String unfit(Unit unit) {
    return "`" + unit + "` is not loaded but " + unit.state().word() + ": nothing is told of it";
  }

  private static String dropins(List<Advice> all) {
    var texts = new ArrayList<String>();
    for (Advice advice : all) {
      texts.add(
          advice
              .dropin()
              .map(Advice.Dropin::text)
              .orElse("# Nothing to suggest for " + advice.now().unit() + ".\n"));
    }
    return String.join("\n", texts);
  }
}
