package org.unitlint.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.unitlint.boot.profile.Profile;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.demand.Activator;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.source.MemoryTree;

/** What holds for what stands by after any plan. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandbyLawsTest {
  private static final int MACHINES = 60;
  private static final int SERVICES = 24;
  private static final String UNITS = "/etc/systemd/system/";
  private static final String BARE = "[Unit]\nDefaultDependencies=no\n";
  private static final String ANCHOR = "all.target";

  private final List<Case> cases = cases();

  private record Case(DependencyGraph graph, Question question, Forecast forecast) {}

  private static List<Case> cases() {
    var cases = new ArrayList<Case>();
    for (long seed = 1; seed <= MACHINES; seed++) {
      var machine = new Machine(tree(new Random(seed)), Setup.machine(Scope.SYSTEM, 252));
      var graph = DependencyGraph.load(machine, List.of(UnitName.parse(ANCHOR).orElseThrow()));
      var question = question(graph, ANCHOR, seed);
      cases.add(new Case(graph, question, Forecast.of(graph, question, Progress.NONE)));
    }
    return cases;
  }

  /** Services that need, follow and shut out others, some with a socket, some for each client. */
  private static MemoryTree tree(Random random) {
    var tree = new MemoryTree();
    var all = new StringBuilder(BARE);
    for (int i = 0; i < SERVICES; i++) {
      var unit = new StringBuilder(BARE);
      for (String kind : List.of("After", "Before", "Requires", "Wants", "Conflicts")) {
        int chance = kind.equals("Conflicts") ? 16 : 3;
        if (i > 0 && random.nextInt(chance) == 0) {
          unit.append(kind).append("=u").append(random.nextInt(i)).append(".service\n");
        }
      }
      String condition = random.nextInt(8) == 0 ? "ConditionPathExists=/nowhere\n" : "";
      String type = "[Service]\nType=" + (random.nextBoolean() ? "oneshot" : "notify") + "\n";
      boolean socket = random.nextBoolean();
      boolean each = socket && random.nextInt(3) == 0;
      tree.file(
          UNITS + "u" + i + (each ? "@.service" : ".service"),
          unit + condition + type + "ExecStart=/x\n");
      if (socket) {
        String accept = each ? "Accept=yes\n" : "";
        tree.file(UNITS + "u" + i + ".socket", BARE + "[Socket]\nListenStream=/run/s\n" + accept);
        all.append("Wants=u").append(i).append(".socket\n");
      }
      if (random.nextInt(4) == 0) {
        all.append("Wants=u").append(i).append(".service\n");
      }
    }
    return tree.file(UNITS + ANCHOR, all.toString());
  }

  private static Question question(DependencyGraph graph, String unit, long seed) {
    var random = new Random(seed);
    var durations = new TreeMap<String, Long>();
    graph.units().keySet().forEach(u -> durations.put(u, (long) random.nextInt(1_000_000)));
    return new Question(
        Request.of(unit, JobType.START, JobMode.REPLACE),
        Profile.of(graph.machine()),
        List.of(),
        durations,
        Optional.empty(),
        OptionalInt.empty(),
        WhatIf.NOTHING,
        0,
        false,
        true);
  }

  private void each(Consumer<Case> law) {
    long answers =
        cases.stream()
            .flatMap(c -> c.forecast().standby().responses().stream())
            .filter(r -> r.problem().isEmpty())
            .count();
    assertTrue(answers > MACHINES, answers + " answers");
    cases.forEach(law);
  }

  private static Map<String, Long> durations(Case one) {
    return one.question().durations();
  }

  @Test
  void noAnswerComesBeforeWhatIsStartedForItHasStarted() {
    each(
        one ->
            one.forecast().standby().responses().stream()
                .filter(r -> r.problem().isEmpty() && r.activator().startsUnit())
                .forEach(
                    r -> {
                      String unit = r.activator().target().unit();
                      assertTrue(r.micros() >= durations(one).getOrDefault(unit, 0L), unit);
                    }));
  }

  @Test
  void whatRunsIsNotStartedAgain() {
    each(
        one -> {
          var active = one.forecast().timeline().active();
          for (var response : one.forecast().standby().responses()) {
            response.units().forEach(u -> assertFalse(active.contains(u), u));
            assertFalse(active.contains(response.activator().target().unit()));
          }
          assertTrue(active.containsAll(one.forecast().standby().resident()));
        });
  }

  @Test
  void whatIsAskedForIsStartedUnlessAProblemIsTold() {
    each(
        one ->
            one.forecast().standby().responses().stream()
                .filter(r -> r.problem().isEmpty() && r.activator().startsUnit())
                .map(r -> Map.entry(r.activator().target().unit(), Set.copyOf(r.units())))
                .forEach(e -> assertTrue(e.getValue().contains(e.getKey()), e.getKey())));
  }

  @Test
  void onlyWhatIsUpListens() {
    each(
        one ->
            one.forecast().standby().responses().stream()
                .map(r -> r.activator().unit())
                .forEach(u -> assertTrue(one.forecast().timeline().active().contains(u), u)));
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    each(
        one ->
            assertEquals(
                one.forecast().standby(),
                Forecast.of(one.graph(), one.question(), Progress.NONE).standby()));
  }

  @Test
  void templatesAreStartedToo() {
    assertTrue(
        cases.stream()
            .flatMap(c -> c.forecast().standby().responses().stream())
            .map(Standby.Response::activator)
            .anyMatch(Activator::each));
  }
}
