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
}
