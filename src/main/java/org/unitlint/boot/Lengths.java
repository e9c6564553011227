package org.unitlint.boot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.unitlint.boot.timing.Estimate;
import org.unitlint.boot.timing.Estimates;
import org.unitlint.boot.timing.Spread;
import org.unitlint.boot.timing.Spreads;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Unit;

/** How long the starts of a plan take: as said, as measured, as recorded, or as estimated. */
final class Lengths {
  private static final long SEED = 252;

  /** What the manager spends on a start where nobody measured it. See boot-simulation. */
  private static final Costs USUAL = new Costs(3_000, 200, Map.of());

  private final TreeMap<String, Spread> spreads = new TreeMap<>();
  private final Map<String, Estimate> estimates = new HashMap<>();
  private final boolean measured;

  private Lengths(boolean measured) {
    this.measured = measured;
  }

  /** Those of the units of the graph that have a job or may get one. */
  static Lengths of(Question question, DependencyGraph graph, Set<String> units) {
    boolean measured = !question.timings().isEmpty() || question.replay().isPresent();
    var lengths = new Lengths(measured);
    if (!measured) {
      lengths.estimate(graph, units);
    }
    lengths.measure(question, graph);
    question.durations().forEach((u, m) -> lengths.spreads.put(u, Spread.exactly(m)));
    return lengths;
  }

  private void estimate(DependencyGraph graph, Set<String> units) {
    var all = Estimates.of(graph.machine());
    units.parallelStream()
        .map(name -> Map.entry(name, all.of(graph.units().get(name))))
        .toList()
        .forEach(e -> estimates.put(e.getKey(), e.getValue()));
    estimates.forEach((name, estimate) -> spreads.put(name, Spread.estimated(estimate)));
  }

  private void measure(Question question, DependencyGraph graph) {
    var samples = new TreeMap<String, List<Long>>();
    question
        .timings()
        .forEach(
            file ->
                file.micros()
                    .forEach(
                        (name, micros) ->
                            samples
                                .computeIfAbsent(own(graph, name), n -> new ArrayList<>())
                                .addAll(micros)));
    samples.forEach((unit, micros) -> spreads.put(unit, Spread.measured(micros)));
  }

  private static String own(DependencyGraph graph, String name) {
    return graph.unit(name).map(Unit::toString).orElse(name);
  }

  /** What all take, the usual or in one boot drawn by chance. */
  Map<String, Long> micros(Optional<Integer> run) {
    var all = new Spreads(spreads, SEED);
    return run.map(all::draw).orElseGet(all::medians);
  }

  /** What was estimated of the unit; empty where that was not needed. */
  Optional<Estimate> estimate(String unit) {
    return Optional.ofNullable(estimates.get(unit));
  }

  /** The units of which an estimate says that their start never ends. */
  Set<String> neverReady() {
    var units = new HashSet<String>();
    estimates.forEach((unit, e) -> addIf(units, unit, e.neverReady()));
    return units;
  }

  /** The units whose start only waits. */
  Set<String> idling() {
    var units = new HashSet<String>();
    estimates.forEach((unit, e) -> addIf(units, unit, e.sleepMicros() * 2 > e.micros()));
    return units;
  }

  private static void addIf(Set<String> units, String unit, boolean condition) {
    if (condition) {
      units.add(unit);
    }
  }

  /** What the manager spends: nothing beside what was measured, which holds it already. */
  Costs costs() {
    return measured ? Costs.NONE : USUAL;
  }
}
