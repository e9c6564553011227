package org.unitlint.api;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.boot.BrokenCycle;
import org.unitlint.boot.Entry;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.JobName;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Reason;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.effective.EffectiveUnit;
import org.unitlint.host.effective.Line;
import org.unitlint.host.effective.Verdict;
import org.unitlint.security.Outcome;
import org.unitlint.source.Place;

/**
 * What the rooms say in the words of the library.
 *
 * @param folder that paths do not show
 */
record Translation(String folder) {
  private String file(String path) {
    return path.startsWith(folder) ? path.substring(folder.length()) : path;
  }

  Location location(Place place) {
    return new Location(
        file(place.source().name()),
        place.line(),
        place.column(),
        place.endLine(),
        place.endColumn());
  }

  Finding finding(Diagnostic found) {
    return new Finding(
        found.rule().code(),
        found.rule().name(),
        Finding.Severity.valueOf(found.severity().name()),
        location(found.place()),
        found.message(),
        found.unit(),
        found.labels().stream()
            .map(l -> new Finding.Label(location(l.place()), l.message()))
            .toList(),
        found.notes(),
        found.help());
  }

  LoadedUnit unit(Machine machine, Unit unit) {
    var settings =
        EffectiveUnit.of(machine, unit)
            .lines()
            .filter(l -> l.verdict() == Verdict.COUNTS)
            .map(this::setting)
            .toList();
    return new LoadedUnit(
        unit.name().toString(),
        unit.state().word(),
        List.copyOf(unit.names()),
        Optional.of(unit.fragmentPath())
            .filter(p -> !p.isEmpty())
            .map(p -> file(machine.named(p).name())),
        unit.dropinPaths().stream().map(p -> file(machine.named(p).name())).toList(),
        settings);
  }

  private Setting setting(Line line) {
    return new Setting(
        line.section(), line.name(), line.value(), line.expanded(), location(line.place()));
  }

  Exposure exposure(org.unitlint.security.Exposure exposure) {
    return new Exposure(
        exposure.unit().toString(),
        exposure.tenths() / 10.0,
        exposure.rating().name(),
        exposure.outcomes().stream().map(this::check).toList());
  }

  private Exposure.Check check(Outcome outcome) {
    var result = outcome.isPassed() ? Exposure.Result.PASSED : Exposure.Result.FAILED;
    return new Exposure.Check(
        outcome.check().id(),
        outcome.check().field(),
        outcome.applies() ? result : Exposure.Result.UNFIT,
        outcome.told(),
        outcome.settings().stream().map(s -> location(s.place())).toList());
  }

  Graph graph(DependencyGraph graph) {
    var load = new TreeMap<String, String>();
    graph.units().forEach((name, unit) -> load.put(name, unit.state().word()));
    return new Graph(load, graph.edges().map(this::dependency).toList());
  }

  private Dependency dependency(Edge edge) {
    var origins = new TreeSet<String>();
    edge.reasons().forEach(r -> origins.add(r.origin().word()));
    return new Dependency(
        edge.from(),
        edge.kind().word(),
        edge.to(),
        List.copyOf(origins),
        edge.reasons().stream()
            .map(Reason::place)
            .flatMap(Optional::stream)
            .map(this::location)
            .distinct()
            .toList());
  }

  Plan plan(org.unitlint.boot.Plan plan) {
    var jobs = new TreeMap<String, String>();
    plan.jobs().forEach((unit, type) -> jobs.put(unit, type.word()));
    return new Plan(
        plan.anchor(),
        plan.refusal(),
        jobs,
        plan.cycles().stream().map(Translation::cycle).toList(),
        plan.decisions().stream()
            .map(d -> new Plan.Dropped(d.job().unit(), d.job().type().word(), d.because()))
            .toList());
  }

  private static Plan.Cycle cycle(BrokenCycle cycle) {
    return new Plan.Cycle(
        cycle.path().stream().map(JobName::unit).toList(),
        cycle.deleted().map(JobName::unit),
        cycle.candidates().stream().map(JobName::unit).toList());
  }

  Simulation simulation(Forecast forecast) {
    return new Simulation(
        plan(forecast.plan()),
        forecast.timeline().inOrder().stream()
            .filter(Entry::began)
            .map(Translation::start)
            .toList(),
        micros(forecast.timeline().totalMicros()),
        forecast.timeline().criticalPath());
  }

  private static Simulation.Start start(Entry entry) {
    return new Simulation.Start(
        entry.unit(),
        micros(entry.startMicros()),
        micros(entry.endMicros()),
        entry.result().word(),
        entry.waitedFor());
  }

  private static Duration micros(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }
}
