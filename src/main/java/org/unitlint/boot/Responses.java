package org.unitlint.boot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.unitlint.boot.Standby.Response;
import org.unitlint.boot.profile.Conditions;
import org.unitlint.boot.profile.Verdict;
import org.unitlint.boot.timing.Estimates;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.demand.Activator;
import org.unitlint.graph.demand.Activators;
import org.unitlint.host.ServiceType;
import org.unitlint.host.UnitName;

/** Works out what happens at the first use of each thing that is started on demand. */
final class Responses {
  private final Question question;
  private final Plan boot;
  private final Set<String> active;
  private final DependencyGraph graph;
  private final Estimates estimates;
  private final Map<String, Plan> plans = new TreeMap<>();
  private final Map<String, Verdict> verdicts = new HashMap<>();

  private Responses(Question question, Plan boot, Set<String> active, DependencyGraph graph) {
    this.question = question;
    this.boot = boot;
    this.active = active;
    this.graph = graph;
    this.estimates = Estimates.of(graph.machine());
  }

  /** What stands by after that timeline; nothing where it does not start something. */
  static Standby of(
      Question question,
      Plan boot,
      Scenario scenario,
      Timeline timeline,
      Map<String, Verdict> verdicts) {
    if (boot.refusal().isPresent() || boot.request().type() != JobType.START) {
      return Standby.NOTHING;
    }
    var active = active(boot, timeline);
    var loaded = active.stream().filter(boot.graph().units()::containsKey).toList();
    var activators =
        Activators.of(boot.graph(), loaded).stream()
            .filter(a -> !active.contains(a.target().unit()))
            .toList();
    var responses = new Responses(question, boot, active, graph(boot, activators));
    responses.verdicts.putAll(verdicts);
    return new Standby(resident(boot, loaded), responses.all(activators, scenario));
  }

  /** What was active before and is left alone, and what the jobs made so. */
  private static Set<String> active(Plan boot, Timeline timeline) {
    var active = new TreeSet<>(boot.request().active());
    active.addAll(UnitStates.PERPETUAL);
    active.removeAll(timeline.entries().keySet());
    active.addAll(timeline.active());
    return active;
  }

  private static SortedSet<String> resident(Plan boot, List<String> active) {
    var machine = boot.graph().machine();
    var resident = new TreeSet<String>();
    for (String name : active) {
      var unit = boot.graph().units().get(name);
      if (unit.name().type() == UnitType.SERVICE
          && !ServiceType.of(machine, unit).equals("oneshot")) {
        resident.add(name);
      }
    }
    return resident;
  }

  /** The graph with what systemd loads only when it is asked for. */
  private static DependencyGraph graph(Plan boot, List<Activator> activators) {
    var graph = boot.graph();
    var roots = new TreeSet<UnitName>();
    activators.stream()
        .filter(Activator::startsUnit)
        .map(a -> a.target().unit())
        .filter(u -> !graph.units().containsKey(u))
        .flatMap(u -> UnitName.parse(u).stream())
        .forEach(roots::add);
    if (roots.isEmpty()) {
      return graph;
    }
    UnitName.parse(boot.anchor()).ifPresent(roots::add);
    boot.request().active().forEach(u -> UnitName.parse(u).ifPresent(roots::add));
    return DependencyGraph.load(graph.machine(), roots);
  }

  private List<Response> all(List<Activator> activators, Scenario scenario) {
    var afterBoot = boot.request().after(active);
    var course = new Course(Plan.empty(graph, afterBoot), Atoms.of(graph, afterBoot));
    var units =
        activators.stream()
            .map(a -> a.target().unit())
            .filter(graph.units()::containsKey)
            .collect(Collectors.toCollection(TreeSet::new));
    plans.putAll(each(units, u -> course.plan(request(u, afterBoot.active()))));
    var demand = scenario(scenario);
    var entries = each(units, u -> entry(u, course, demand));
    var responses = new ArrayList<Response>();
    for (Activator activator : activators) {
      responses.add(
          activator.startsUnit()
              ? unit(activator, entries.getOrDefault(activator.target().unit(), Optional.empty()))
              : xinetd(activator));
    }
    return responses;
  }

  /** How the start of the unit goes, of which nothing else is kept: there may be thousands. */
  private Optional<Entry> entry(String unit, Course course, Scenario demand) {
    var timeline = Timeline.of(course.of(plans.get(unit)), demand);
    return Optional.ofNullable(timeline.entries().get(unit));
  }

  private static <T> Map<String, T> each(Set<String> units, Function<String, T> answer) {
    return units.parallelStream().collect(Collectors.toMap(u -> u, answer));
  }

  private Request request(String unit, Set<String> running) {
    return Request.of(unit, JobType.START, JobMode.REPLACE)
        .without(boot.request().without(), Set.of())
        .unordering(boot.request().unordered())
        .after(running);
  }

  /**
   * The scenario of the boot, and what it does not know of the units that are started later; what
   * nobody measured is estimated.
   */
  private Scenario scenario(Scenario known) {
    var units = new TreeSet<String>();
    plans.values().forEach(p -> units.addAll(started(p)));
    var lengths = Lengths.of(question, graph, units);
    var durations = new HashMap<>(lengths.micros(Optional.empty()));
    durations.putAll(known.durations());
    units.forEach(
        u -> durations.computeIfAbsent(u, n -> estimates.of(graph.units().get(n)).micros()));
    var skipped = new HashSet<>(known.skipped());
    var failing = new HashMap<>(known.failing());
    units.removeAll(boot.jobs().keySet());
    units.removeAll(question.replay().map(Replay::ran).orElse(Set.of()));
    var conditions = new Conditions(graph.machine(), question.profile());
    for (String unit : units) {
      var verdict = conditions.verdict(graph.units().get(unit));
      verdicts.put(unit, verdict);
      switch (verdict.outcome()) {
        case SKIPPED -> skipped.add(unit);
        case ASSERT_FAILED -> failing.put(unit, Result.ASSERT);
        case UNSUPPORTED -> failing.put(unit, Result.UNSUPPORTED);
        default -> {}
      }
    }
    lengths.neverReady().forEach(u -> failing.putIfAbsent(u, Result.TIMEOUT));
    return known.lasting(durations).skipping(skipped).failing(failing).beginningAt(0);
  }

  private static SortedSet<String> started(Plan plan) {
    var started = new TreeSet<String>();
    plan.jobs()
        .forEach(
            (unit, type) -> {
              if (type == JobType.START) {
                started.add(unit);
              }
            });
    return started;
  }

  private Response unit(Activator activator, Optional<Entry> entry) {
    String unit = activator.target().unit();
    var plan = plans.get(unit);
    if (plan == null) {
      var problem = Optional.of("`" + unit + "` is no name of a unit");
      return new Response(activator, 0, List.of(), problem);
    }
    var problem = plan.refusal().or(() -> problem(unit, entry));
    long answer = problem.isPresent() ? 0 : estimates.answerMicros(graph.units().get(unit));
    long micros = Micros.sum(entry.map(Entry::endMicros).orElse(0L), answer);
    return new Response(activator, micros, List.copyOf(started(plan)), problem);
  }

  private Optional<String> problem(String unit, Optional<Entry> entry) {
    if (entry.isEmpty()) {
      return Optional.of("systemd drops the job of `" + unit + "`");
    }
    var result = entry.get().result();
    if (result == Result.DONE) {
      return Optional.empty();
    }
    var reason = Optional.ofNullable(verdicts.get(unit)).map(Verdict::reason).orElse("");
    String why = reason.isEmpty() ? "" : ": " + reason;
    return Optional.of(
        result == Result.SKIPPED
            ? "a condition of `" + unit + "` does not hold" + why
            : "the start of `" + unit + "` fails" + why);
  }

  private Response xinetd(Activator activator) {
    boolean runs = activator.target().sort() == Activator.Sort.PROGRAM;
    long micros = runs ? estimates.programMicros(activator.target().name()) : 0;
    return new Response(activator, micros, List.of(), Optional.empty());
  }
}
