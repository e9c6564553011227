package org.unitlint.api;

import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.Progress;
import org.unitlint.boot.Question;
import org.unitlint.boot.Request;
import org.unitlint.boot.WhatIf;
import org.unitlint.boot.profile.Profile;
import org.unitlint.boot.timing.TimingFile;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.host.generate.Generators;
import org.unitlint.rule.Linter;
import org.unitlint.rule.Rules;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Threads;

/**
 * The files of one machine, or some units by themselves, and what can be asked of them.
 *
 * <p>It cannot be changed, and many threads may use it. Files are read when they are first asked
 * for, and once: after they change, make another one. Links are followed inside the root only.
 *
 * <pre>{@code
 * for (Finding finding : Root.at(Path.of("/srv/image")).findings()) {
 *   System.out.println(finding);
 * }
 * }</pre>
 */
public final class Root {
  private static final String UNITS = "/units";
  private static final String DEFAULT_TARGET = "default.target";

  private final FileTree tree;
  private final Setup setup;
  private final Machine machine;

  private Root(FileTree tree, Setup setup) {
    this.tree = tree;
    this.setup = setup;
    this.machine = machine(tree, setup);
  }

  private static Machine machine(FileTree tree, Setup setup) {
    if (!setup.whole() || setup.scope() != Scope.SYSTEM) {
      return new Machine(tree, setup);
    }
    var generated = Generators.emulate(tree);
    return generated.isEmpty()
        ? new Machine(tree, setup)
        : new Machine(generated.tree(), setup, generated);
  }

  /**
   * The machine or image whose root is that folder. What systemd's generators would write for it is
   * worked out.
   *
   * @param folder taken as {@code /}
   * @return its system units, judged by the newest systemd known
   * @throws IOException if it is no folder that can be read
   */
  public static Root at(Path folder) throws IOException {
    var tree = new DiskTree(folder);
    if (!tree.node("/").is(Node.Kind.FOLDER)) {
      throw new NotDirectoryException(folder.toString());
    }
    return new Root(tree, Setup.machine(Scope.SYSTEM, Catalog.standard().newestVersion()));
  }

  /**
   * A machine whose files are given as texts.
   *
   * @param files the texts by path, such as {@code /etc/systemd/system/a.service}
   * @return its system units, judged by the newest systemd known
   * @throws IllegalArgumentException if a path names no file
   */
  public static Root of(Map<String, String> files) {
    var setup = Setup.machine(Scope.SYSTEM, Catalog.standard().newestVersion());
    return new Root(tree("", files), setup);
  }

  /**
   * Some units by themselves: nothing is known of the machine that they are for, what systemd ships
   * counts as there.
   *
   * @param units the texts by name, such as {@code a.service} or {@code a.service.d/b.conf}
   * @return those units as units of the system, judged by the newest systemd known
   * @throws IllegalArgumentException if a name is none of a file
   */
  public static Root ofUnits(Map<String, String> units) {
    var setup = Setup.folders(Scope.SYSTEM, Catalog.standard().newestVersion(), List.of(UNITS));
    return new Root(tree(UNITS, units), setup);
  }

  private static FileTree tree(String folder, Map<String, String> files) {
    var tree = new MemoryTree();
    files.forEach((path, text) -> tree.file(folder + path(path), text));
    return tree;
  }

  private static String path(String path) {
    String normal = Paths.normalize(path);
    if (normal.equals("/") || path.endsWith("/") || path.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("`" + path + "` names no file");
    }
    return normal;
  }

  /**
   * The same files, judged by another systemd.
   *
   * @param version its number, such as 252
   * @return another root
   * @throws IllegalArgumentException if there is no such version
   */
  public Root targetVersion(int version) {
    if (Catalog.standard().version(String.valueOf(version)).isEmpty()) {
      throw new IllegalArgumentException(version + " is no version of systemd");
    }
    return new Root(tree, setup.of(version));
  }

  /**
   * The same files, looked at as units of the user manager.
   *
   * @return another root
   */
  public Root userUnits() {
    return new Root(
        tree,
        setup.whole()
            ? Setup.machine(Scope.USER, setup.version())
            : Setup.folders(Scope.USER, setup.version(), setup.searchPath()));
  }

  /**
   * The names of all units that have a file, by name: plain ones, templates and named instances.
   *
   * @return their own names, without aliases
   */
  public List<String> units() {
    return Threads.apart(machine::units).stream().map(u -> u.name().toString()).toList();
  }

  /**
   * A unit as systemd would load it.
   *
   * @param name of the unit, or an alias
   * @return the unit, whose state may be {@code not-found}; empty for what is no name of a unit
   */
  public Optional<LoadedUnit> unit(String name) {
    return machine.unit(name).map(u -> translation().unit(machine, u));
  }

  /**
   * How exposed a service is, whatever of it runs.
   *
   * @param service its name or alias, such as {@code a.service}
   * @return its exposure; empty for what is no service that can be loaded
   */
  public Optional<Exposure> exposure(String service) {
    return machine
        .unit(service)
        .filter(u -> u.name().type() == UnitType.SERVICE && u.isLoaded())
        .map(u -> translation().exposure(org.unitlint.security.Exposure.of(machine, u)));
  }

  /**
   * What all rules find in all files, in the order of files and lines.
   *
   * @return the findings, hints among them
   */
  public List<Finding> findings() {
    return findings(Rules.ALL.stream().map(r -> r.info().code()).toList());
  }

  /**
   * What some rules find.
   *
   * @param rules their codes or names, such as {@code U214} or {@code oneshot-restart}; others are
   *     passed over
   * @return the findings, in the order of files and lines
   */
  public List<Finding> findings(Collection<String> rules) {
    var asked =
        Rules.ALL.stream()
            .filter(r -> rules.contains(r.info().code()) || rules.contains(r.info().name()))
            .toList();
    return Threads.apart(
        () ->
            new Linter(machine, asked)
                .check(path -> true).diagnostics().stream().map(translation()::finding).toList());
  }

  /**
   * All units that have a file, and all that these name, with their dependencies.
   *
   * @return the graph
   */
  public Graph graph() {
    return Threads.apart(
        () ->
            translation()
                .graph(DependencyGraph.load(machine, DependencyGraph.everything(machine))));
  }

  /**
   * What systemd loads to start a unit, with all dependencies.
   *
   * @param unit its name or alias
   * @return the graph; a unit that is not there is in it as {@code not-found}
   * @throws IllegalArgumentException if it is no name of a unit
   */
  public Graph graph(String unit) {
    var name = name(unit);
    return Threads.apart(() -> translation().graph(loaded(machine, name)));
  }

  /**
   * What systemd does to boot into a unit.
   *
   * @param unit such as {@code default.target}
   * @return the plan, or why there is none
   * @throws IllegalArgumentException if it is no name of a unit
   */
  public Plan plan(String unit) {
    var name = name(unit);
    return Threads.apart(
        () -> {
          var graph = loaded(surroundings(), name);
          var plan =
              request(graph, unit)
                  .map(r -> org.unitlint.boot.Plan.of(graph, r))
                  .orElseGet(() -> org.unitlint.boot.Plan.nothing(graph, unit));
          return translation().plan(plan);
        });
  }

  /**
   * A boot into a unit on a clock. Which conditions hold is worked out, and told from what the
   * files say of the machine.
   *
   * @param unit such as {@code default.target}
   * @param durations how long starts take, by the units' own names; others are estimated
   * @return the simulation; one without starts where systemd refuses
   * @throws IllegalArgumentException if it is no name of a unit, or a duration is negative or
   *     longer than three years
   */
  public Simulation simulate(String unit, Map<String, Duration> durations) {
    var micros = new HashMap<String, Long>();
    durations.forEach((other, duration) -> micros.put(other, micros(duration)));
    var name = name(unit);
    return Threads.apart(() -> simulation(name, micros));
  }

  private Simulation simulation(UnitName name, Map<String, Long> micros) {
    String unit = name.toString();
    var surroundings = surroundings();
    var graph = loaded(surroundings, name);
    var request = request(graph, unit);
    if (request.isEmpty()) {
      return new Simulation(
          translation().plan(org.unitlint.boot.Plan.nothing(graph, unit)),
          List.of(),
          Duration.ZERO,
          List.of());
    }
    var question =
        new Question(
            request.get(),
            Profile.of(surroundings),
            List.of(),
            micros,
            Optional.empty(),
            OptionalInt.empty(),
            WhatIf.NOTHING,
            0,
            false,
            false);
    return translation().simulation(Forecast.of(graph, question, Progress.NONE));
  }

  private static long micros(Duration duration) {
    boolean fits = duration.compareTo(Duration.ofSeconds(TimingFile.MOST_MICROS / 1_000_000)) <= 0;
    if (duration.isNegative() || !fits) {
      throw new IllegalArgumentException(duration.toString());
    }
    return duration.toNanos() / 1000;
  }

  /** A few units boot among those that systemd ships. */
  private Machine surroundings() {
    return machine.setup().whole() ? machine : machine.completed();
  }

  private static UnitName name(String unit) {
    return UnitName.parse(unit)
        .filter(n -> !n.isTemplate())
        .orElseThrow(
            () -> new IllegalArgumentException(unit + " is no name of a unit that can be started"));
  }

  private static DependencyGraph loaded(Machine machine, UnitName name) {
    return DependencyGraph.load(machine, new TreeSet<>(DependencyGraph.start(machine, name)));
  }

  private static Optional<Request> request(DependencyGraph graph, String unit) {
    return unit.equals(DEFAULT_TARGET)
        ? Request.boot(graph, unit)
        : Request.into(graph, unit, Set.of());
  }

  private Translation translation() {
    return new Translation(setup.whole() ? "" : UNITS.substring(1) + "/");
  }
}
