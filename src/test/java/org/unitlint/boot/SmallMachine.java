package org.unitlint.boot;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;

/**
 * A few units, each written as its name and its settings, and what becomes of a job. Units have no
 * default dependencies, services a program. A setting with a capital letter and an equals sign is
 * systemd's; the others are what happens: {@code takes=20} milliseconds, {@code fails}, {@code
 * skipped}, {@code starts=UNIT} at once when it is active, {@code runs} before.
 */
final class SmallMachine {
  private static final Set<String> OF_SERVICE =
      Set.of(
          "Type",
          "RemainAfterExit",
          "Restart",
          "RestartSec",
          "ExecStart",
          "ExecStartPre",
          "ExecReload",
          "TimeoutStartSec");

  private final MemoryTree tree = new MemoryTree();
  private final Map<String, Long> durations = new HashMap<>();
  private final Map<String, Result> failing = new HashMap<>();
  private final Map<String, String> triggered = new HashMap<>();
  private final Set<String> skipped = new HashSet<>();
  private final Set<String> running = new HashSet<>();

  /** The machine with those units, one a line. */
  static SmallMachine of(String units) {
    var machine = new SmallMachine();
    units.lines().filter(l -> !l.isBlank()).forEach(machine::add);
    return machine;
  }

  private void add(String line) {
    var words = List.of(line.strip().split(" +"));
    String name = words.get(0);
    var unit = new StringBuilder("[Unit]\nDefaultDependencies=no\n");
    var service = new StringBuilder("[Service]\n");
    for (String word : words.subList(1, words.size())) {
      if (Character.isUpperCase(word.charAt(0))) {
        var section = OF_SERVICE.contains(word.split("=")[0]) ? service : unit;
        section.append(word).append('\n');
      } else {
        happens(name, word);
      }
    }
    String own = "[Service]\nSlice=-.slice\nStandardOutput=null\nExecStart=/x\n";
    String path = name.endsWith(".path") ? "[Path]\nPathExists=/x\n" : "";
    String sections = name.endsWith(".service") ? own + service : path;
    tree.file("/etc/systemd/system/" + name, unit + sections);
  }

  private void happens(String name, String word) {
    String value = word.substring(word.indexOf('=') + 1);
    switch (word.split("=")[0]) {
      case "takes" -> durations.put(name, Long.parseLong(value) * 1_000);
      case "fails" -> failing.put(name, Result.FAILED);
      case "unasserted" -> failing.put(name, Result.ASSERT);
      case "skipped" -> skipped.add(name);
      case "starts" -> triggered.put(name, value);
      case "runs" -> running.add(name);
      default -> throw new IllegalArgumentException(word);
    }
  }

  /** Adds any other file. */
  SmallMachine file(String path, String text) {
    tree.file(path, text);
    return this;
  }

  DependencyGraph graph() {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 252));
    return DependencyGraph.load(machine, DependencyGraph.everything(machine));
  }

  /** The scenario that the lines tell. */
  Scenario scenario() {
    return Scenario.of(durations).failing(failing).skipping(skipped).triggering(triggered);
  }

  Timeline timeline(String anchor, JobType type, JobMode mode) {
    return Timeline.of(plan(anchor, type, mode), scenario());
  }

  Plan plan(String anchor, JobType type, JobMode mode) {
    return Plan.of(graph(), anchor, type, mode, running);
  }

  /**
   * A timeline in words: what each job did from when to when, in milliseconds, in the order of
   * their ends; at the end what was lost again.
   */
  static String words(Timeline timeline) {
    var ends =
        timeline.entries().values().stream()
            .sorted(
                Comparator.comparingLong(Entry::endMicros)
                    .thenComparingLong(Entry::startMicros)
                    .thenComparing(Entry::job))
            .map(SmallMachine::words);
    var gone =
        timeline.entries().values().stream()
            .filter(e -> e.goneMicros().isPresent())
            .map(e -> e.unit() + " gone " + e.goneMicros().getAsLong() / 1_000);
    return Stream.concat(ends, gone).collect(Collectors.joining(", "));
  }

  private static String words(Entry entry) {
    var type = entry.job().type();
    String from = entry.began() ? entry.startMicros() / 1_000 + "-" : "@";
    String retry =
        entry
            .retry()
            .map(
                r ->
                    r.untilMicros().isPresent()
                        ? " retried until " + r.untilMicros().getAsLong() / 1_000
                        : " retried for ever")
            .orElse("");
    boolean late = entry.active() && !entry.result().isGood();
    return (type == JobType.START ? "" : type.word() + " ")
        + entry.unit().replace(".service", "")
        + " "
        + from
        + entry.endMicros() / 1_000
        + (entry.result() == Result.DONE ? "" : " " + entry.result().word())
        + retry
        + (late ? " yet active" : "");
  }
}
