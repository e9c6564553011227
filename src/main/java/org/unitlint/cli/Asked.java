package org.unitlint.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitName;

/**
 * The graph that a command line asks for, and what of it.
 *
 * @param units the own names of the units that are named, else of what the machine starts first
 * @param named whether units or files were named
 */
record Asked(DependencyGraph graph, SortedSet<String> units, boolean named) {
  static final String DEFAULT_TARGET = "default.target";

  /** How much of a machine to load. */
  enum Scope {
    /** What starting the named units loads. */
    NAMED,
    /** That, and what starting the machine loads. */
    STARTED,
    /** Every unit of the search path. */
    ALL
  }

  /** The graph of that scope, with the units that the words name. */
  static Asked of(Lookup.Found found, Scope scope, Terminal terminal) throws Trouble {
    var machine = found.machine();
    var words = found.words().stream().map(UnitWord::of).toList();
    boolean talk = words.isEmpty() && scope != Scope.ALL;
    var anchors = anchors(found, talk ? terminal::say : line -> {});
    var wide = new TreeSet<>(anchors);
    if (scope == Scope.ALL) {
      wide.addAll(DependencyGraph.written(machine));
    }
    if (scope == Scope.STARTED && machine.setup().whole()) {
      wide.addAll(defaults(machine, line -> {}));
    }
    var names = names(machine, words, wide);
    var roots = scope == Scope.NAMED && !words.isEmpty() ? new TreeSet<UnitName>() : wide;
    roots.addAll(names);
    var graph = DependencyGraph.load(machine, roots);
    for (UnitWord word : words) {
      refuseMissing(word, graph);
    }
    var units = new TreeSet<String>();
    for (UnitName name : words.isEmpty() ? anchors : names) {
      units.add(machine.unit(name).toString());
    }
    return new Asked(graph, units, !words.isEmpty() || !found.files().isEmpty());
  }

  /** What is started first: the units of the files, or the machine's default. */
  private static List<UnitName> anchors(Lookup.Found found, Consumer<String> talk) throws Trouble {
    var names = new ArrayList<UnitName>();
    if (found.files().isEmpty()) {
      defaults(found.machine(), talk).forEach(names::add);
      return names;
    }
    found.files().stream().filter(n -> !n.isTemplate()).forEach(names::add);
    if (names.isEmpty() && found.words().isEmpty()) {
      names.add(UnitWord.of(found.files().get(0).toString()).name());
    }
    return names;
  }

  /** What the machine is to start, and what systemd starts if that cannot be. */
  private static List<UnitName> defaults(Machine machine, Consumer<String> talk) {
    var target = UnitName.parse(DEFAULT_TARGET).orElseThrow();
    var started = DependencyGraph.start(machine, target);
    var state = machine.unit(target).state();
    if (state != LoadState.LOADED) {
      talk.accept(
          DEFAULT_TARGET
              + " is "
              + state.word()
              + (started.size() > 1
                  ? "; systemd falls back to rescue.target"
                  : ", and rescue.target cannot be started either"));
    }
    return started;
  }

  /** The names that are written, and those of the wide scope that match a pattern. */
  private static Set<UnitName> names(
      Machine machine, List<UnitWord> words, Collection<UnitName> wide) throws Trouble {
    var names = new TreeSet<UnitName>();
    var patterns = new ArrayList<UnitWord>();
    for (UnitWord word : words) {
      if (word.isPattern()) {
        patterns.add(word);
      } else {
        names.add(word.name());
      }
    }
    if (!patterns.isEmpty()) {
      var graph = DependencyGraph.load(machine, wide);
      for (UnitWord pattern : patterns) {
        matches(pattern, graph).forEach(n -> UnitName.parse(n).ifPresent(names::add));
      }
    }
    return names;
  }

  /** The own names of the units in the graph that the word names; at least one. */
  static Set<String> matches(UnitWord word, DependencyGraph graph) throws Trouble {
    var found = new TreeSet<String>();
    if (word.isPattern()) {
      var matches = word.matches();
      graph
          .units()
          .forEach(
              (name, unit) -> {
                if (matches.test(name) || unit.names().stream().anyMatch(matches)) {
                  found.add(name);
                }
              });
    } else {
      graph.unit(word.name().toString()).ifPresent(u -> found.add(u.toString()));
    }
    if (found.isEmpty()) {
      throw missing(word, graph);
    }
    return found;
  }

  /** A unit that is not there counts as there if anything else speaks of it. */
  private static void refuseMissing(UnitWord word, DependencyGraph graph) throws Trouble {
    if (word.isPattern()) {
      return;
    }
    var unit = graph.machine().unit(word.name());
    String name = unit.toString();
    boolean spoken = graph.out(name).findAny().isPresent() || graph.in(name).findAny().isPresent();
    if (unit.state() == LoadState.NOT_FOUND && !spoken) {
      throw missing(word, graph);
    }
  }

  static Trouble missing(UnitWord word, DependencyGraph graph) {
    var known = new TreeSet<>(graph.machine().names());
    graph
        .units()
        .forEach(
            (name, unit) -> {
              if (unit.state() != LoadState.NOT_FOUND) {
                known.add(name);
              }
            });
    return word.missing(known);
  }
}
