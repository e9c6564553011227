package org.unitlint.boot;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.unitlint.boot.profile.Conditions;
import org.unitlint.boot.profile.Fact;
import org.unitlint.boot.profile.Verdict;
import org.unitlint.boot.timing.Estimate;
import org.unitlint.boot.timing.TimingFile;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;

/**
 * What will become of a request: which jobs there are, how they go, and what else was asked.
 *
 * @param plan what systemd does
 * @param outcomes what else it may come to
 * @param verdicts why units are not started when it is their turn, by unit
 * @param assumptions what was assumed to tell that, by key
 * @param estimates what the durations of units rest on where nobody measured them
 * @param beginMicros when the first job may begin
 * @param timeline how it goes
 * @param trials how it goes by chance, if that was asked
 * @param comparison where it parts from the boot that was recorded, if one was
 * @param change what the plain boot is like, if something was to be otherwise
 * @param suggestions what would make it faster, if that was asked
 * @param standby what stands by in the end, if that was asked
 */
public record Forecast(
    Plan plan,
    Outcomes outcomes,
    SortedMap<String, Verdict> verdicts,
    SortedMap<String, Fact> assumptions,
    SortedMap<String, Estimate> estimates,
    long beginMicros,
    Timeline timeline,
    Optional<Trials> trials,
    Optional<Comparison> comparison,
    Optional<Change> change,
    List<Suggestion> suggestions,
    Standby standby) {
  public Forecast {
    verdicts = Collections.unmodifiableSortedMap(verdicts);
    assumptions = Collections.unmodifiableSortedMap(assumptions);
    estimates = Collections.unmodifiableSortedMap(estimates);
    suggestions = List.copyOf(suggestions);
  }

  /** The answer to the question. */
  public static Forecast of(DependencyGraph graph, Question question, Progress progress) {
    var whatIf = question.whatIf();
    var kept = question.replay().map(Replay::ran).orElse(Set.of());
    var request = question.request().without(whatIf.without(), kept).unordering(whatIf.unordered());
    var atoms = Atoms.of(graph, request);
    var outcomes = Outcomes.of(graph, atoms, request);
    var plan = question.replay().map(r -> r.nearest(outcomes, atoms)).orElse(outcomes.plan());
    var run = new Run(question, plan, atoms);
    var timeline = Timeline.of(run.course, run.scenario);
    return new Forecast(
        plan,
        outcomes,
        run.verdicts,
        run.assumptions,
        run.estimates(),
        run.scenario.beginMicros(),
        timeline,
        run.trials(progress),
        question.replay().map(r -> r.compare(plan, timeline)),
        whatIf.isNothing() ? Optional.empty() : Optional.of(change(graph, question, timeline)),
        question.suggests()
            ? new Suggestions(run.course, timeline, run.scenario).all(progress)
            : List.of(),
        question.stands()
            ? Responses.of(question, plan, run.scenario, timeline, run.verdicts)
            : Standby.NOTHING);
  }

  private static Change change(DependencyGraph graph, Question question, Timeline timeline) {
    return Change.of(of(graph, question.plain(), Progress.NONE).timeline, timeline);
  }

  /** One plan on its way to a timeline. */
  private static final class Run {
    private final Question question;
    private final Plan plan;
    private final Course course;
    private final Lengths lengths;
    private final SortedMap<String, Verdict> verdicts = new TreeMap<>();
    private final SortedMap<String, Fact> assumptions = new TreeMap<>();
    private final Scenario scenario;

    Run(Question question, Plan plan, Atoms atoms) {
      this.question = question;
      this.plan = plan;
      this.course = new Course(plan, atoms);
      this.lengths = Lengths.of(question, plan.graph(), plan.graph().units().keySet());
      this.scenario = scenario();
    }

    private Scenario scenario() {
      var base = question.replay().map(r -> r.scenario(plan)).orElse(Scenario.of(Map.of()));
      var durations = new HashMap<>(base.durations());
      durations.putAll(lengths.micros(Optional.empty()));
      faster(durations);
      var skipped = new HashSet<>(base.skipped());
      var failing = new HashMap<>(base.failing());
      var triggered = new HashMap<>(base.triggered());
      judge(skipped, failing, triggered);
      lengths.neverReady().forEach(u -> failing.putIfAbsent(u, Result.TIMEOUT));
      question.whatIf().failing().forEach(u -> failing.put(u, Result.FAILED));
      question.whatIf().failing().forEach(skipped::remove);
      var made = base.lasting(durations).skipping(skipped).failing(failing).triggering(triggered);
      var paid = question.replay().isPresent() ? made : made.costing(lengths.costs());
      var processors = question.processors();
      return processors.isPresent() ? paid.on(processors.getAsInt(), lengths.idling()) : paid;
    }

    private void faster(Map<String, Long> durations) {
      question
          .whatIf()
          .speeds()
          .forEach(
              (unit, by) ->
                  durations.computeIfPresent(
                      unit, (u, m) -> (long) Math.min(m / by, TimingFile.MOST_MICROS)));
    }

    /** Asks the conditions of all units of which no recording tells. */
    private void judge(
        Set<String> skipped, Map<String, Result> failing, Map<String, String> triggered) {
      var known = question.replay().map(Replay::ran).orElse(Set.of());
      var conditions = new Conditions(plan.graph().machine(), question.profile());
      for (Map.Entry<String, JobType> job : plan.jobs().entrySet()) {
        String unit = job.getKey();
        if (job.getValue() != JobType.START || known.contains(unit)) {
          continue;
        }
        var verdict = conditions.verdict(plan.graph().units().get(unit));
        verdict.assumptions().forEach(f -> assumptions.putIfAbsent(f.key(), f));
        switch (verdict.outcome()) {
          case SKIPPED -> skipped.add(unit);
          case ASSERT_FAILED -> failing.put(unit, Result.ASSERT);
          case UNSUPPORTED -> failing.put(unit, Result.UNSUPPORTED);
          default -> {}
        }
        if (!verdict.starts()) {
          verdicts.put(unit, verdict);
        } else if (conditions.found(plan.graph().units().get(unit)).isPresent()) {
          plan.graph().others(unit, Dependency.TRIGGERS).forEach(t -> triggered.put(unit, t));
        }
      }
    }

    SortedMap<String, Estimate> estimates() {
      var estimates = new TreeMap<String, Estimate>();
      plan.jobs().keySet().forEach(u -> lengths.estimate(u).ifPresent(e -> estimates.put(u, e)));
      return estimates;
    }

    Optional<Trials> trials(Progress progress) {
      int runs = question.runs();
      return runs == 0 ? Optional.empty() : Optional.of(Trials.of(runs, r -> trial(r), progress));
    }

    private Timeline trial(int run) {
      var durations = new HashMap<>(scenario.durations());
      durations.putAll(lengths.micros(Optional.of(run)));
      faster(durations);
      return Timeline.of(course, scenario.lasting(durations));
    }
  }

  /** The cycles of the plan, then those that are only met where systemd chooses otherwise. */
  public List<ExplainedCycle> cycles() {
    return ExplainedCycle.of(plan, outcomes);
  }

  /** The order by which a job waits for another, whichever of the two units says so. */
  public Optional<Edge> wait(String later, String earlier) {
    var graph = plan.graph();
    return graph
        .edge(later, Dependency.AFTER, earlier)
        .or(() -> graph.edge(earlier, Dependency.AFTER, later));
  }

  /** The outcomes with other jobs than the plan. */
  public List<Plan> alternatives() {
    return Stream.concat(Stream.of(outcomes.plan()), outcomes.others().stream())
        .filter(p -> !p.jobs().equals(plan.jobs()))
        .toList();
  }

  /** The jobs that the plan deletes to break cycles. */
  public static List<String> deleted(Plan plan) {
    return plan.cycles().stream()
        .flatMap(c -> c.deleted().stream())
        .map(JobName::toString)
        .distinct()
        .sorted()
        .toList();
  }

  /** The jobs of the one plan that the other has not. */
  public static SortedMap<String, JobType> without(
      SortedMap<String, JobType> jobs, SortedMap<String, JobType> others) {
    var rest = new TreeMap<>(jobs);
    rest.entrySet().removeAll(others.entrySet());
    return rest;
  }

  /** How long all would take one after the other. */
  public long sequentialMicros() {
    return timeline.sequentialMicros(beginMicros);
  }

  /** Why the unit is not started when it is its turn; empty if it is, or nothing tells. */
  public Optional<String> reason(String unit) {
    return Optional.ofNullable(verdicts.get(unit)).map(Verdict::reason).filter(r -> !r.isEmpty());
  }
}
