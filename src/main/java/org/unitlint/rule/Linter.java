package org.unitlint.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.LoadState;
import org.unitlint.host.LoadedFile;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.source.Threads;
import org.unitlint.syntax.UnitFile;

/** Runs rules over a machine. Files and units are checked by many threads; the order is fixed. */
public final class Linter {
  private final Machine machine;
  private final Collection<Rule> rules;
  private final Control control;

  /** A linter that tells what those rules find, and nothing else. */
  public Linter(Machine machine, Collection<Rule> rules) {
    this(machine, rules, only(rules));
  }

  /**
   * A linter that tells what is asked for.
   *
   * @param rules all of which something may be asked for
   */
  public Linter(Machine machine, Collection<Rule> rules, Control control) {
    this.machine = machine;
    this.rules = List.copyOf(rules);
    this.control = control;
  }

  private static Control only(Collection<Rule> rules) {
    var codes = rules.stream().map(r -> r.info().code()).collect(Collectors.toSet());
    return (rule, path) -> codes.contains(rule.code()) ? Level.OWN : Level.UNASKED;
  }

  /**
   * What was checked and found, in the order of {@link Diagnostic#ORDER}.
   *
   * @param paths the paths of the files that were read
   * @param units how many units they make
   * @param graph of all units, where a rule asked for it
   */
  public record Result(
      List<Diagnostic> diagnostics,
      List<String> paths,
      int units,
      Optional<DependencyGraph> graph) {
    public Result {
      diagnostics = List.copyOf(diagnostics);
      paths = List.copyOf(paths);
    }

    /** How many files were read. */
    public int files() {
      return paths.size();
    }
  }

  /** Checks everything; of the findings those are kept whose path in the tree is wanted. */
  public Result check(Predicate<String> wanted) {
    var units = machine.units();
    var facts = new Facts(machine, units, control.known());
    if (rules.stream().anyMatch(OrderingCycle.class::isInstance)) {
      facts.ahead();
    }
    var files = files(units);
    var chosen =
        files.values().stream()
            .filter(f -> isWritten(f.file().path()) && wanted.test(f.file().path()))
            .toList();
    var foreign = new HashSet<LoadedFile>();
    files.values().stream()
        .filter(f -> Foreign.of(f.tree()).isPresent())
        .forEach(f -> foreign.add(f.file()));
    var paths = xinetd(facts, wanted);
    var ofXinetd = suppressing(paths, facts);
    var all = Stream.concat(chosen.stream(), ofXinetd.stream()).toList();
    var suppressions = new Suppressions(all, machine);
    var running = running(suppressions);
    var found = new ArrayList<Diagnostic>();
    found.addAll(Threads.over(chosen).flatMap(f -> ofFile(f, running, foreign, facts)).toList());
    found.addAll(ofXinetd.stream().flatMap(f -> ofSuppressions(f, running, facts)).toList());
    found.addAll(
        Threads.over(units)
            .filter(u -> isRead(u, foreign))
            .flatMap(u -> ofUnit(u, running, facts))
            .toList());
    Predicate<Place> seen =
        p -> machine.path(p.source()).filter(this::isWritten).filter(wanted::test).isPresent();
    found.addAll(
        Threads.over(machineRules(running).toList(), units.size())
            .flatMap(r -> r.check(facts).map(d -> r.seenFrom(d, seen)))
            .toList());
    var kept = distinct(found, d -> seen.test(d.place()));
    var told = told(kept, files.values(), suppressions);
    if (running.stream().anyMatch(UnusedSuppression.class::isInstance)) {
      var judged = all.stream().filter(f -> !foreign.contains(f.file())).toList();
      told.addAll(unused(judged, running, suppressions, facts));
    }
    var read = Stream.concat(chosen.stream().map(f -> f.file().path()), paths.stream()).toList();
    return new Result(counted(told), read, count(units, wanted), facts.loadedGraph());
  }

  /** The paths of the files that xinetd reads. */
  private List<String> xinetd(Facts facts, Predicate<String> wanted) {
    return facts.xinetd().stream()
        .flatMap(x -> x.config().sources().keySet().stream())
        .filter(p -> isWritten(p) && wanted.test(p))
        .toList();
  }

  /** Those of the files in which something is suppressed; as such nothing else matters of them. */
  private List<CheckedFile> suppressing(List<String> paths, Facts facts) {
    var sources = facts.xinetd().map(x -> x.config().sources()).orElse(Map.of());
    return paths.stream()
        .filter(p -> SuppressionReader.mayHold(sources.get(p)))
        .flatMap(p -> machine.file(p).stream())
        .map(f -> new CheckedFile(f, UnitType.SERVICE, false))
        .toList();
  }

  /** All that is asked for, and what it takes to know whether a suppression is of use. */
  private List<Rule> running(Suppressions suppressions) {
    var running = new LinkedHashSet<>(rules);
    if (rules.stream().anyMatch(UnusedSuppression.class::isInstance)) {
      suppressions
          .rules((rule, path) -> control.level(rule, path) != Level.OFF)
          .forEach(r -> Rules.find(r.code()).ifPresent(running::add));
    }
    return List.copyOf(running);
  }

  /** What is left to tell; what nobody asked for shows at most that a suppression is of use. */
  private List<Diagnostic> told(
      List<Diagnostic> found, Collection<CheckedFile> files, Suppressions suppressions) {
    var asked = new ArrayList<Diagnostic>();
    for (Diagnostic finding : found) {
      var level = level(finding);
      if (level.isTold()) {
        asked.add(finding);
      } else if (level == Level.UNASKED) {
        suppressions.suppress(finding);
      }
    }
    return new ArrayList<>(suppressions.unsuppressed(settled(asked, files)));
  }

  private Level level(Diagnostic finding) {
    return machine
        .path(finding.place().source())
        .map(path -> control.level(finding.rule(), path))
        .orElse(Level.OWN);
  }

  /** The findings about suppressions that are of no use, unless they are suppressed themselves. */
  private List<Diagnostic> unused(
      List<CheckedFile> files, List<Rule> running, Suppressions suppressions, Facts facts) {
    var unused = new ArrayList<Diagnostic>();
    for (CheckedFile file : files) {
      if (file.suppressions().isEmpty()) {
        continue;
      }
      var judged =
          running.stream()
              .map(Rule::info)
              .filter(r -> control.level(r, file.file().path()) != Level.OFF)
              .filter(r -> UnusedSuppression.isJudged(r, file, facts))
              .collect(Collectors.toSet());
      for (Suppression suppression : file.suppressions()) {
        UnusedSuppression.of(
                suppression,
                id -> id.rule().filter(judged::contains).isPresent() && !suppressions.isUsed(id))
            .filter(d -> level(d).isTold() && !suppressions.suppress(d))
            .forEach(unused::add);
      }
    }
    return unused;
  }

  /** In order, at the levels that are asked for, and not too many of a kind in one file. */
  private List<Diagnostic> counted(List<Diagnostic> told) {
    var bySource = new LinkedHashMap<Source, List<Diagnostic>>();
    told.stream()
        .sorted(Diagnostic.ORDER)
        .forEach(d -> bySource.computeIfAbsent(d.place().source(), s -> new ArrayList<>()).add(d));
    return bySource.values().stream()
        .flatMap(ofSource -> Settling.first(ofSource).stream())
        .map(d -> level(d).of(d))
        .toList();
  }

  /** Whether somebody wrote the file, so that a finding in it tells them something. */
  private boolean isWritten(String path) {
    return !machine.isMade(path);
  }

  /** Of each file's findings what remains when all that is known of the file is considered. */
  private static List<Diagnostic> settled(List<Diagnostic> found, Collection<CheckedFile> files) {
    var trees = new HashMap<Source, UnitFile>();
    files.forEach(f -> trees.put(f.source(), f.tree()));
    var bySource = new LinkedHashMap<Source, List<Diagnostic>>();
    found.forEach(d -> bySource.computeIfAbsent(d.place().source(), s -> new ArrayList<>()).add(d));
    var settled = new ArrayList<Diagnostic>();
    bySource.forEach(
        (source, ofSource) -> {
          var tree = Optional.ofNullable(trees.get(source));
          settled.addAll(tree.map(t -> new Settling(t).settle(ofSource)).orElse(ofSource));
        });
    return settled;
  }

  private static int count(Collection<Unit> units, Predicate<String> wanted) {
    return (int)
        units.stream()
            .filter(
                u ->
                    wanted.test(u.fragmentPath())
                        || u.dropins().stream().anyMatch(d -> wanted.test(d.path())))
            .count();
  }

  /** The files of the units, and drop-ins without a unit; one for several types counts once. */
  private LinkedHashMap<String, CheckedFile> files(Collection<Unit> units) {
    var files = new TreeMap<String, CheckedFile>();
    for (Unit unit : units) {
      UnitType type = unit.name().type();
      unit.fragment().ifPresent(f -> files.putIfAbsent(f.path(), new CheckedFile(f, type, false)));
      unit.dropins().forEach(d -> files.putIfAbsent(d.path(), new CheckedFile(d, type, true)));
    }
    machine
        .strayDropIns(units)
        .forEach((d, type) -> files.putIfAbsent(d.path(), new CheckedFile(d, type, true)));
    return new LinkedHashMap<>(files);
  }

  private static boolean isRead(Unit unit, Set<LoadedFile> foreign) {
    boolean dropInsOnly = unit.state() == LoadState.NOT_FOUND && !unit.dropins().isEmpty();
    return (dropInsOnly
            || unit.state() == LoadState.LOADED
            || unit.state() == LoadState.BAD_SETTING)
        && unit.fragment().filter(foreign::contains).isEmpty();
  }

  private static Stream<Diagnostic> ofFile(
      CheckedFile file, List<Rule> running, Set<LoadedFile> foreign, Facts facts) {
    return running.stream()
        .filter(FileRule.class::isInstance)
        .map(FileRule.class::cast)
        .filter(r -> r instanceof NotAUnit || !foreign.contains(file.file()))
        .flatMap(r -> r.check(file, facts));
  }

  private static Stream<Diagnostic> ofSuppressions(
      CheckedFile file, List<Rule> running, Facts facts) {
    return running.stream()
        .filter(SuppressionRule.class::isInstance)
        .map(SuppressionRule.class::cast)
        .flatMap(r -> r.check(file, facts));
  }

  private static Stream<Diagnostic> ofUnit(Unit unit, List<Rule> running, Facts facts) {
    var type = unit.name().type();
    var set = unit.settings().names();
    var found = new ArrayList<Diagnostic>();
    for (Rule rule : running) {
      if (rule instanceof UnitRule ofUnits && ofUnits.subject().covers(type, set)) {
        ofUnits.check(unit, facts).forEach(found::add);
      }
    }
    return found.stream().map(d -> d.unit().isPresent() ? d : d.about(unit.name().toString()));
  }

  private static Stream<MachineRule> machineRules(List<Rule> running) {
    return running.stream().filter(MachineRule.class::isInstance).map(MachineRule.class::cast);
  }

  /** In order, and of several units that share a file each mistake once. */
  private static List<Diagnostic> distinct(List<Diagnostic> found, Predicate<Diagnostic> wanted) {
    record Mistake(String code, Place place) {}
    var seen = new HashSet<Mistake>();
    return found.stream()
        .filter(wanted)
        .sorted(Diagnostic.ORDER)
        .filter(d -> seen.add(new Mistake(d.rule().code(), d.place())))
        .toList();
  }
}
