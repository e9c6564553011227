package org.unitlint.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.unitlint.boot.timing.Recording;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.RandomGraphs;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.DiskTree;

/** A boot that was simulated, written down as systemd would and replayed, is the same boot. */
class ReplayLawsTest {
  private static final int TREES = 6;
  private static final int UNITS = 80;
  private static final int FEWEST_JOBS = 5;
  private static final long CLOCK = 5_000_000;

  @Test
  void replayIsWhatWasRecorded() throws IOException {
    int replayed = 0;
    for (long seed = 11; seed < 11 + TREES; seed++) {
      var root = Path.of("target", "replay-laws", String.valueOf(seed)).toAbsolutePath();
      RandomGraphs.write(root, seed, UNITS);
      var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, 252));
      var graph = DependencyGraph.load(machine, DependencyGraph.everything(machine));
      for (String unit : graph.units().keySet()) {
        var request = Request.of(unit, JobType.START, JobMode.REPLACE);
        var plan = Plan.of(graph, request);
        if (plan.refusal().isEmpty() && plan.jobs().size() >= FEWEST_JOBS) {
          replay(plan, new Random(seed + unit.hashCode()));
          replayed++;
        }
      }
    }
    assertTrue(replayed > TREES, replayed + " plans");
  }

  private static void replay(Plan plan, Random random) {
    var atoms = Atoms.of(plan.graph(), plan.request());
    var outcomes = Outcomes.of(plan.graph(), atoms, plan.request());
    var all = new ArrayList<>(List.of(outcomes.plan()));
    all.addAll(outcomes.others());
    var happened = all.get(random.nextInt(all.size()));
    var timeline = Timeline.of(new Course(happened, atoms), scenario(happened, random));
    var replay = new Replay(Recording.parse(text(timeline)));
    var nearest = replay.nearest(outcomes, atoms);
    var again = Timeline.of(new Course(nearest, atoms), replay.scenario(nearest));
    var comparison = replay.compare(nearest, again);
    var about = plan.request() + "\n" + timeline + "\n" + again;
    assertEquals(started(timeline), started(again), about);
    assertEquals(Set.of(), comparison.notPredicted(), about);
    assertEquals(Set.of(), comparison.notStarted(), about);
    assertEquals(List.of(), comparison.contradicted(), about);
  }

  private static Scenario scenario(Plan plan, Random random) {
    var durations = new HashMap<String, Long>();
    var failing = new HashMap<String, Result>();
    var skipped = new HashSet<String>();
    for (String unit : plan.jobs().keySet()) {
      durations.put(unit, 1 + (long) random.nextInt(2_000_000));
      if (unit.endsWith(".device")) {
        continue;
      }
      if (random.nextInt(12) == 0) {
        failing.put(unit, Result.FAILED);
      } else if (random.nextInt(8) == 0) {
        skipped.add(unit);
      }
    }
    return Scenario.of(durations)
        .failing(failing)
        .skipping(skipped)
        .costing(new Costs(3_000, 150, Map.of()))
        .unlimited();
  }

  private static Set<String> started(Timeline timeline) {
    var started = new TreeSet<String>();
    timeline.entries().values().stream()
        .filter(e -> e.began() && e.result() != Result.SKIPPED)
        .forEach(e -> started.add(e.unit()));
    return started;
  }

  /** What {@code systemctl show '*'} would say of it. */
  private static String text(Timeline timeline) {
    var text = new StringBuilder("Version=252\n");
    stamp(text, "Userspace", 0);
    stamp(text, "Finish", timeline.totalMicros());
    text.append('\n');
    for (Entry entry : timeline.inOrder()) {
      if (entry.began()) {
        text.append("Id=").append(entry.unit()).append("\nLoadState=loaded\n");
        block(text, entry);
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static void block(StringBuilder text, Entry entry) {
    long checked = entry.startMicros() - entry.managerMicros();
    boolean skipped = entry.result() == Result.SKIPPED;
    stamp(text, "Condition", checked);
    text.append("ConditionResult=").append(skipped ? "no" : "yes").append('\n');
    if (skipped) {
      text.append("ActiveState=inactive\nResult=success\n");
      return;
    }
    stamp(text, "InactiveExit", entry.startMicros());
    boolean failed = entry.result() == Result.FAILED;
    boolean up =
        entry.result() == Result.DONE && (entry.active() || entry.goneMicros().isPresent());
    stamp(text, up ? "ActiveEnter" : "InactiveEnter", entry.endMicros());
    entry.goneMicros().ifPresent(m -> stamp(text, "InactiveEnter", m));
    text.append("ActiveState=")
        .append(failed ? "failed" : entry.active() ? "active" : "inactive")
        .append("\nResult=")
        .append(failed ? "exit-code" : "success")
        .append('\n');
  }

  private static void stamp(StringBuilder text, String name, long micros) {
    text.append(name).append("TimestampMonotonic=").append(CLOCK + micros).append('\n');
  }
}
