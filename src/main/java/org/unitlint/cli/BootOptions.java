package org.unitlint.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.unitlint.boot.JobMode;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Question;
import org.unitlint.boot.Replay;
import org.unitlint.boot.Request;
import org.unitlint.boot.Unordered;
import org.unitlint.boot.WhatIf;
import org.unitlint.boot.profile.Profile;
import org.unitlint.boot.profile.ProfileFile;
import org.unitlint.boot.timing.Recording;
import org.unitlint.boot.timing.TimingFile;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitName;
import org.unitlint.host.value.TimeSpan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the options of {@code boot} say: the job, the machine, the durations, and what if. */
final class BootOptions {
  private static final int USUAL_RUNS = 100;
  private static final int MOST_RUNS = 100_000;
  private static final int MOST_PROCESSORS = 65_536;

  private final ParseResult arguments;
  private final Terminal terminal;
  private final JobType job;
  private final Optional<JobMode> mode;
  private final List<TimingFile> timings = new ArrayList<>();
  private final Optional<Replay> replay;
  private final List<String> problems = new ArrayList<>();

  BootOptions(ParseResult arguments, Terminal terminal) throws Trouble {
    this.arguments = arguments;
    this.terminal = terminal;
    this.job = Options.choice(arguments, "--job", "start", JobType::ofWord);
    this.mode =
        arguments.hasMatchedOption("--mode")
            ? Optional.of(Options.choice(arguments, "--mode", "", JobMode::ofWord))
            : Optional.empty();
    for (String file : texts("--timings")) {
      timings.add(timing(file));
    }
    this.replay = recorded();
  }

  static void addTo(CommandSpec spec) {
    addJob(spec);
    addMachine(spec);
    addDurations(spec);
    addWhatIf(spec);
  }

  private static void addJob(CommandSpec spec) {
    spec.addOption(
        Options.text("--job", "TYPE", "start (default), stop, restart, reload, try-restart ..."));
    spec.addOption(
        Options.text(
            "--mode",
            "MODE",
            "As systemctl's --job-mode; default: isolate, where the unit allows it."));
    spec.addOption(Options.texts("--active", "UNITS", "These run already; patterns too."));
    spec.addOption(
        Options.text("--from", "UNIT", "What runs already is what a boot into this starts."));
  }

  /** Adds those that say what the machine is like. */
  static void addMachine(CommandSpec spec) {
    spec.addOption(
        Options.texts(
            "--assume",
            "KEY=VALUE",
            "Set a fact, as virtualization=kvm, first-boot=yes, architecture=arm64."));
    spec.addOption(Options.text("--profile", "FILE", "Such facts, KEY=VALUE a line."));
    spec.addOption(
        Options.text("--cpus", "N", "So many starts run at full speed together; default: any."));
  }

  /** Adds those that say how long starts take. */
  static void addDurations(CommandSpec spec) {
    spec.addOption(
        Options.texts(
            "--timings",
            "FILE",
            "How long starts take: systemd-analyze blame or plot --json, systemctl show '*', or"
                + " {\"unit\": microseconds}. Several: 50 and 90 of 100 boots."));
    spec.addOption(Options.texts("--duration", "UNIT=TIME", "How long this start takes."));
    spec.addOption(
        Options.text(
            "--recorded",
            "FILE",
            "Replay a boot and compare: the text of systemctl show '*' after it."));
    spec.addOption(Options.text("--runs", "N", "Draw so many boots by chance; 0: none."));
  }

  private static void addWhatIf(CommandSpec spec) {
    spec.addOption(Options.texts("--without", "UNITS", "What if these were left out."));
    spec.addOption(
        Options.texts("--drop-edge", "A:B", "What if these two did not wait for each other."));
    spec.addOption(Options.texts("--speed", "UNIT=2x", "What if this start were so much faster."));
    spec.addOption(Options.texts("--fail", "UNITS", "What if these starts failed."));
    spec.addOption(Options.flag("--suggest", "Look for what would make the boot faster."));
  }

  private List<String> texts(String option) {
    return arguments.matchedOptionValue(option, List.<String>of());
  }

  JobType job() {
    return job;
  }

  Optional<JobMode> mode() {
    return mode;
  }

  /** What is wrong with the files, a line each. */
  List<String> problems() {
    return problems;
  }

  /** Whether durations come from a measurement. */
  boolean isMeasured() {
    return !timings.isEmpty() || replay.isPresent();
  }

  private TimingFile timing(String file) throws Trouble {
    var timing = TimingFile.parse(TextFile.read(terminal, file));
    if (timing.form().isEmpty() || timing.micros().isEmpty() && !timing.problems().isEmpty()) {
      throw Trouble.unreadable(file + ": " + String.join("; ", timing.problems()));
    }
    timing.problems().forEach(p -> problems.add(file + ": " + p));
    return timing;
  }

  private Optional<Replay> recorded() throws Trouble {
    String file = arguments.matchedOptionValue("--recorded", "");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    var recording = Recording.parse(TextFile.read(terminal, file));
    if (recording.units().isEmpty()) {
      throw Trouble.unreadable(file + ": no text of `systemctl show '*'`");
    }
    recording.problems().forEach(p -> problems.add(file + ": " + p));
    return Optional.of(new Replay(recording));
  }

  /** The units that are named beside the anchor, so that they must be loaded. */
  List<UnitName> named() throws Trouble {
    var named = new ArrayList<UnitName>();
    String from = arguments.matchedOptionValue("--from", "");
    if (!from.isEmpty()) {
      named.add(UnitWord.of(from).name());
    }
    for (String active : BootCommand.parts(texts("--active"))) {
      var word = UnitWord.of(active);
      if (!word.isPattern()) {
        named.add(word.name());
      }
    }
    return named;
  }

  /** The units that run before, as far as options say so. */
  Set<String> active(DependencyGraph graph) throws Trouble {
    var active = new HashSet<>(units("--active", graph));
    for (UnitName name : named()) {
      if (graph.unit(name.toString()).filter(u -> u.state() != LoadState.NOT_FOUND).isEmpty()) {
        throw Asked.missing(new UnitWord(name.toString()), graph);
      }
    }
    String from = arguments.matchedOptionValue("--from", "");
    if (!from.isEmpty()) {
      active.addAll(BootCommand.runningAfter(graph, UnitWord.of(from).name().toString(), this));
    }
    return active;
  }

  /** The units that were up before the first job of the recording. */
  Set<String> activeBefore() {
    return replay.map(Replay::activeBefore).orElse(Set.of());
  }

  private Set<String> units(String option, DependencyGraph graph) throws Trouble {
    var units = new HashSet<String>();
    for (String word : BootCommand.parts(texts(option))) {
      units.addAll(Asked.matches(UnitWord.of(word), graph));
    }
    return units;
  }

  /** The whole question. */
  Question question(Request request, DependencyGraph graph) throws Trouble {
    return new Question(
        request,
        profile(graph.machine()),
        timings,
        durations(graph),
        replay,
        processors(),
        whatIf(graph),
        runs(),
        arguments.hasMatchedOption("--suggest"),
        true);
  }

  /** The question for another request, without what if. */
  Question plain(Request request, DependencyGraph graph) throws Trouble {
    return new Question(
        request,
        profile(graph.machine()),
        timings,
        durations(graph),
        Optional.empty(),
        OptionalInt.empty(),
        WhatIf.NOTHING,
        0,
        false,
        false);
  }

  private int runs() throws Trouble {
    var runs = Options.number(arguments, "--runs");
    if (runs.filter(r -> r > MOST_RUNS).isPresent()) {
      throw Trouble.usage("--runs cannot be more than " + MOST_RUNS);
    }
    return runs.orElse(timings.size() > 1 ? USUAL_RUNS : 0);
  }

  private OptionalInt processors() throws Trouble {
    var count = Options.number(arguments, "--cpus");
    if (count.filter(c -> c < 1 || c > MOST_PROCESSORS).isPresent()) {
      throw Options.refused(arguments, "--cpus", arguments.matchedOptionValue("--cpus", ""));
    }
    return count.isPresent() ? OptionalInt.of(count.get()) : OptionalInt.empty();
  }

  private Profile profile(Machine machine) throws Trouble {
    var profile = Profile.of(machine);
    String file = arguments.matchedOptionValue("--profile", "");
    if (!file.isEmpty()) {
      var facts = ProfileFile.parse(TextFile.read(terminal, file));
      if (!facts.flaws().isEmpty()) {
        var flaw = facts.flaws().get(0);
        throw Trouble.usage(file + ":" + flaw.number() + ": " + flaw.message());
      }
      profile = facts.over(profile);
    }
    for (String assumption : texts("--assume")) {
      var pair = pair("--assume", assumption, '=');
      var refusal = Profile.refusal(pair.getKey(), pair.getValue());
      if (refusal.isPresent()) {
        throw Trouble.usage("--assume " + assumption + ": " + refusal.get());
      }
      profile = profile.with(pair.getKey(), pair.getValue());
    }
    return replay.isPresent() ? replay.get().over(profile) : profile;
  }

  private Map.Entry<String, String> pair(String option, String word, char sign) throws Trouble {
    int at = word.lastIndexOf('=') < 0 || sign != '=' ? word.indexOf(sign) : word.indexOf('=');
    if (at <= 0) {
      throw Options.refused(arguments, option, word);
    }
    return Map.entry(word.substring(0, at), word.substring(at + 1));
  }

  private Map<String, Long> durations(DependencyGraph graph) throws Trouble {
    var durations = new HashMap<String, Long>();
    for (String word : texts("--duration")) {
      var pair = pair("--duration", word, '=');
      var span = TimeSpan.parse(pair.getValue());
      if (span.isEmpty()) {
        throw Trouble.usage("`" + pair.getValue() + "` is no length of time; write such as 1.5s");
      }
      long micros = span.get().micros();
      if (micros < 0 || micros > TimingFile.MOST_MICROS) {
        throw Trouble.usage("`" + pair.getValue() + "` is too long; a start may take three years");
      }
      for (String unit : Asked.matches(UnitWord.of(pair.getKey()), graph)) {
        durations.put(unit, micros);
      }
    }
    return durations;
  }

  private WhatIf whatIf(DependencyGraph graph) throws Trouble {
    var speeds = new TreeMap<String, Double>();
    for (String word : texts("--speed")) {
      var pair = pair("--speed", word, '=');
      double speed = speed(pair.getValue());
      Asked.matches(UnitWord.of(pair.getKey()), graph).forEach(u -> speeds.put(u, speed));
    }
    var unordered = new HashSet<Unordered>();
    for (String word : texts("--drop-edge")) {
      var pair = pair("--drop-edge", word, ':');
      var others = Asked.matches(UnitWord.of(pair.getValue()), graph);
      var pairs = new HashSet<Unordered>();
      for (String one : Asked.matches(UnitWord.of(pair.getKey()), graph)) {
        Stream.of(Dependency.AFTER, Dependency.BEFORE)
            .flatMap(kind -> graph.others(one, kind))
            .filter(others::contains)
            .forEach(other -> pairs.add(new Unordered(one, other)));
      }
      if (pairs.isEmpty()) {
        throw Trouble.usage("--drop-edge " + word + ": neither waits for the other");
      }
      unordered.addAll(pairs);
    }
    return new WhatIf(units("--without", graph), unordered, speeds, units("--fail", graph));
  }

  private double speed(String word) throws Trouble {
    String number = word.endsWith("x") ? word.substring(0, word.length() - 1) : word;
    try {
      double speed = Double.parseDouble(number);
      if (speed >= 1e-6 && speed <= 1e9) {
        return speed;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw Options.refused(arguments, "--speed", word);
  }
}
