package org.unitlint.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.RandomGraphs;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.DiskTree;

/** What holds for the timeline of any plan. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineLawsTest {
  private static final int TREES = 4;
  private static final int UNITS = 100;
  private static final int FEWEST_JOBS = 6;

  private final List<Plan> plans = plans();

  private static List<Plan> plans() {
    var plans = new ArrayList<Plan>();
    for (long seed = 1; seed <= TREES; seed++) {
      var graph = graph(seed);
      for (String unit : graph.units().keySet()) {
        var plan = Plan.of(graph, unit, JobType.START, JobMode.REPLACE, Set.of());
        if (plan.refusal().isEmpty() && plan.jobs().size() >= FEWEST_JOBS) {
          plans.add(plan);
        }
      }
    }
    return plans;
  }

  private static DependencyGraph graph(long seed) {
    var root = Path.of("target", "timeline-laws", String.valueOf(seed)).toAbsolutePath();
    try {
      RandomGraphs.write(root, seed, UNITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, 252));
    return DependencyGraph.load(machine, DependencyGraph.everything(machine));
  }

  private static Map<String, Long> durations(Plan plan, long seed) {
    var random = new Random(seed);
    var durations = new TreeMap<String, Long>();
    plan.jobs().keySet().forEach(u -> durations.put(u, (long) random.nextInt(1_000_000)));
    return durations;
  }

  private void each(Consumer<Plan> law) {
    assertTrue(plans.size() > TREES, plans.size() + " plans");
    plans.forEach(law);
  }

  @Test
  void everyJobEndsOnce() {
    each(
        plan -> {
          var timeline = Timeline.of(plan, Scenario.of(durations(plan, 1)));
          assertEquals(plan.jobs().keySet(), timeline.entries().keySet());
          timeline.entries().values().forEach(e -> assertTrue(e.endMicros() >= e.startMicros()));
        });
  }

  @Test
  void nothingStartsBeforeWhatItIsOrderedAfterHasEnded() {
    each(
        plan -> {
          var entries = Timeline.of(plan, Scenario.of(durations(plan, 2))).entries();
          for (Entry entry : entries.values()) {
            plan.graph()
                .others(entry.job().unit(), Dependency.AFTER)
                .filter(o -> entries.containsKey(o) && !o.equals(entry.job().unit()))
                .map(entries::get)
                .filter(o -> isStart(o) && isStart(entry) && entry.result() != Result.DEPENDENCY)
                .forEach(o -> assertTrue(o.endMicros() <= entry.startMicros(), o + " " + entry));
          }
        });
  }

  private static boolean isStart(Entry entry) {
    return !entry.job().type().stops();
  }

  @Test
  void withoutDurationsItEndsAtOnce() {
    each(plan -> assertEquals(0, Timeline.of(plan, Scenario.of(Map.of())).totalMicros()));
  }

  @Test
  void totalLiesBetweenTheCriticalPathAndTheSum() {
    each(
        plan -> {
          var timeline = Timeline.of(plan, Scenario.of(durations(plan, 3)));
          long path =
              timeline.criticalPath().stream()
                  .mapToLong(u -> timeline.entries().get(u).ownMicros())
                  .sum();
          assertTrue(path <= timeline.totalMicros(), path + " > " + timeline.totalMicros());
          assertTrue(timeline.totalMicros() <= timeline.sequentialMicros(0), timeline.toString());
        });
  }

  @Test
  void whatIsOnTheCriticalPathHasNoSlack() {
    each(
        plan -> {
          var timeline = Timeline.of(plan, Scenario.of(durations(plan, 4)));
          timeline
              .criticalPath()
              .forEach(u -> assertEquals(0, timeline.entries().get(u).slackMicros(), u));
          timeline.entries().values().forEach(e -> assertTrue(e.slackMicros() >= 0, e.toString()));
        });
  }

  @Test
  void longerStartsNeverShortenIt() {
    each(
        plan -> {
          var durations = durations(plan, 5);
          long before = Timeline.of(plan, Scenario.of(durations)).totalMicros();
          var units = List.copyOf(durations.keySet());
          var unit = units.get(new Random(5).nextInt(units.size()));
          durations.merge(unit, 300_000L, Long::sum);
          assertTrue(before <= Timeline.of(plan, Scenario.of(durations)).totalMicros(), unit);
        });
  }

  @Test
  void fewerProcessorsAreNeverFaster() {
    each(
        plan -> {
          var durations = durations(plan, 6);
          long any = Timeline.of(plan, Scenario.of(durations)).totalMicros();
          for (int processors : List.of(1, 2, 4)) {
            var few = Scenario.of(durations).on(processors, Set.of());
            assertTrue(any <= Timeline.of(plan, few).totalMicros(), plan.anchor());
          }
        });
  }

  @Test
  void withoutAnEdgeItNeverTakesLonger() {
    each(
        plan -> {
          var durations = durations(plan, 7);
          long before = Timeline.of(plan, Scenario.of(durations)).totalMicros();
          for (String unit : plan.jobs().keySet()) {
            var dropped = plan.graph().others(unit, Dependency.AFTER).findFirst();
            if (dropped.isPresent()) {
              var pair = new Unordered(unit, dropped.get());
              var course = new Course(plan).without(List.of(pair));
              long after = Timeline.of(course, Scenario.of(durations)).totalMicros();
              assertTrue(after <= before, unit);
            }
          }
        });
  }

  /** Every way in which a boot can go: failures, conditions, limits, few processors, own costs. */
  private static Scenario anyScenario(Plan plan, long seed) {
    var random = new Random(seed);
    var failing = new TreeMap<String, Result>();
    var skipped = new TreeSet<String>();
    var triggered = new TreeMap<String, String>();
    var units = List.copyOf(plan.graph().units().keySet());
    for (String unit : units) {
      int what = random.nextInt(12);
      if (what < 3) {
        failing.put(unit, List.of(Result.FAILED, Result.ASSERT, Result.TIMEOUT).get(what));
      } else if (what == 3) {
        skipped.add(unit);
      } else if (what == 4) {
        triggered.put(unit, units.get(random.nextInt(units.size())));
      }
    }
    var durations = durations(plan, seed);
    units.forEach(u -> durations.computeIfAbsent(u, n -> (long) random.nextInt(1_000_000)));
    units.forEach(u -> durations.merge(u, random.nextInt(20) == 0 ? 100_000_000L : 0L, Long::sum));
    var scenario = Scenario.of(durations).failing(failing).skipping(skipped).triggering(triggered);
    scenario = random.nextBoolean() ? scenario.on(1 + random.nextInt(4), Set.of()) : scenario;
    scenario = random.nextBoolean() ? scenario.costing(new Costs(3_000, 200, Map.of())) : scenario;
    return random.nextBoolean() ? scenario.beginningAt(5_000_000) : scenario;
  }

  /** Jobs of every type where some units run already. */
  private static List<Plan> busyPlans() {
    var plans = new ArrayList<Plan>();
    var random = new Random(9);
    for (long seed = 1; seed <= TREES; seed++) {
      var graph = graph(seed);
      var running = new TreeSet<>(graph.units().keySet());
      running.removeIf(u -> random.nextInt(3) == 0);
      for (String unit : graph.units().keySet()) {
        var type = JobType.values()[random.nextInt(JobType.values().length)];
        var mode = JobMode.values()[random.nextInt(JobMode.values().length)];
        plans.add(Plan.of(graph, unit, type, mode, running));
      }
    }
    plans.removeIf(p -> p.refusal().isPresent());
    return plans;
  }

  private void eachScenario(BiConsumer<Plan, Scenario> law) {
    busyPlans().forEach(p -> law.accept(p, anyScenario(p, p.anchor().hashCode())));
    each(
        plan -> {
          for (int seed = 0; seed < 5; seed++) {
            law.accept(plan, anyScenario(plan, plan.anchor().hashCode() + seed));
          }
        });
  }

  @Test
  void whateverHappensEveryJobEndsOnce() {
    eachScenario(
        (plan, scenario) -> {
          var entries = Timeline.of(plan, scenario).entries();
          assertTrue(entries.keySet().containsAll(plan.jobs().keySet()), plan.anchor());
          for (Entry entry : entries.values()) {
            String words = plan.anchor() + ": " + entry;
            assertTrue(entry.startMicros() >= scenario.beginMicros(), words);
            assertTrue(entry.endMicros() >= entry.startMicros(), words);
            assertTrue(entry.slackMicros() >= 0, words);
            assertTrue(entry.workMicros() >= 0, words);
            assertTrue(entry.result() != Result.STUCK, words);
          }
        });
  }

  @Test
  void whateverHappensNothingStartsBeforeItsTurn() {
    eachScenario(
        (plan, scenario) -> {
          var entries = Timeline.of(plan, scenario).entries();
          for (Entry entry : entries.values()) {
            plan.graph()
                .others(entry.unit(), Dependency.AFTER)
                .map(o -> entries.getOrDefault(o, entry))
                .filter(o -> o != entry && isStart(o) && isStart(entry))
                .filter(o -> entry.began() && o.because().isEmpty() && entry.because().isEmpty())
                .forEach(o -> assertTrue(o.endMicros() <= entry.startMicros(), o + " " + entry));
          }
        });
  }

  @Test
  void whateverHappensTheTotalLiesBetweenThePathAndTheSum() {
    eachScenario(
        (plan, scenario) -> {
          var timeline = Timeline.of(plan, scenario);
          var entries = timeline.entries();
          var path = timeline.criticalPath();
          long work = path.stream().mapToLong(u -> entries.get(u).ownMicros()).sum();
          long total = timeline.totalMicros();
          assertTrue(work <= total - scenario.beginMicros(), plan.anchor() + " " + work);
          assertTrue(total <= timeline.sequentialMicros(scenario.beginMicros()), plan.anchor());
          for (int i = 1; i < path.size(); i++) {
            assertEquals(path.get(i - 1), entries.get(path.get(i)).waitedFor().orElse(""));
          }
        });
  }

  @Test
  void theSameHappensTwice() {
    eachScenario(
        (plan, scenario) ->
            assertEquals(
                Timeline.of(plan, scenario).toString(), Timeline.of(plan, scenario).toString()));
  }

  @Test
  void whatFailsIsNotActiveInTheEndUnlessItsJobAloneFailed() {
    eachScenario(
        (plan, scenario) -> {
          for (Entry entry : Timeline.of(plan, scenario).entries().values()) {
            boolean failed = entry.result() == Result.FAILED || entry.result() == Result.ASSERT;
            assertTrue(!failed || !entry.active(), plan.anchor() + ": " + entry);
          }
        });
  }

  @Test
  void slackIsWhatAStartMayTakeLonger() {
    each(
        plan -> {
          var durations = durations(plan, 8);
          var timeline = Timeline.of(plan, Scenario.of(durations).unlimited());
          var random = new Random(8);
          boolean calm =
              timeline.entries().values().stream()
                  .allMatch(e -> e.job().type() == JobType.START && e.result() == Result.DONE);
          for (Entry entry : timeline.entries().values()) {
            if (calm && random.nextInt(8) == 0) {
              long slack = entry.slackMicros();
              assertEquals(timeline.totalMicros(), total(plan, durations, entry.unit(), slack));
              long longer = total(plan, durations, entry.unit(), slack + 1_000);
              assertEquals(timeline.totalMicros() + 1_000, longer, entry.toString());
            }
          }
        });
  }

  private static long total(Plan plan, Map<String, Long> durations, String unit, long more) {
    var changed = new TreeMap<>(durations);
    changed.merge(unit, more, Long::sum);
    return Timeline.of(plan, Scenario.of(changed).unlimited()).totalMicros();
  }
}
