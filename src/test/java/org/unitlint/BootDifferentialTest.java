package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.support.Json;
import org.unitlint.support.Run;
import org.unitlint.support.Shared;

/** What {@code boot} prints is what systemd 252 plans, and near to what real boots were. */
@Tag("differential")
class BootDifferentialTest {
  private static final double MOST_CONTRADICTED = 0.02;
  private static final double MOST_OFF = 0.1;
  private static final int FINDINGS = 1;

  @TestFactory
  Stream<DynamicTest> everyCaseIsPlannedAsBySystemd() {
    return Shared.folders("oracle/cases").stream()
        .map(c -> dynamicTest(c.getFileName().toString(), () -> oneCase(c)));
  }

  private static void oneCase(Path folder) throws IOException, InterruptedException {
    String name = folder.getFileName().toString();
    var theirs = json(Files.readString(Shared.path("oracle/expected/" + name + ".json")));
    var root = Shared.copy(folder, Path.of("target", "boot-cases", name));
    var ours = boot("--root", root.toAbsolutePath().toString());
    var outcomes = new HashSet<Set<String>>();
    outcomes.add(jobs(theirs));
    for (Object outcome : Json.list(theirs.getOrDefault("outcomes", List.of()))) {
      outcomes.add(texts(Json.object(outcome).get("jobs")));
    }
    assertEquals(theirs.get("ok"), ours.get("accepted"));
    assertTrue(outcomes.contains(jobs(ours)), () -> jobs(ours) + " is none of " + outcomes);
    assertEquals(Set.of(), without(deleted(theirs), candidates(ours)));
  }

  private static Set<String> deleted(Map<String, Object> plan) {
    var deleted = new TreeSet<String>();
    for (Object cycle : Json.list(plan.get("cycles"))) {
      deleted.add(Json.object(cycle).getOrDefault("deleted", "").toString());
    }
    deleted.remove("");
    return deleted;
  }

  private static Set<String> candidates(Map<String, Object> plan) {
    var candidates = new TreeSet<String>();
    for (Object cycle : Json.list(plan.get("cycles"))) {
      candidates.addAll(texts(Json.object(cycle).get("candidates")));
    }
    return candidates;
  }

  private static Set<String> jobs(Map<String, Object> plan) {
    var jobs = new TreeSet<String>();
    for (Object job : Json.list(plan.get("jobs"))) {
      var fields = Json.object(job);
      jobs.add(fields.get("unit") + "/" + fields.get("type"));
    }
    return jobs;
  }

  @TestFactory
  Stream<DynamicTest> replaysComeNearToRealBoots() throws IOException {
    try (var files = Files.list(Shared.path("traces"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".raw.tar.xz"))
          .map(f -> f.substring(0, f.indexOf('.')))
          .sorted()
          .map(n -> dynamicTest(n, () -> replay(n)))
          .toList()
          .stream();
    }
  }

  private static void replay(String name) throws IOException, InterruptedException {
    var trace = json(Files.readString(Shared.path("traces/" + name + ".json")));
    var folder = Path.of("target", "replays", name).toAbsolutePath();
    Shared.run(List.of("rm", "-rf", folder.toString()));
    Files.createDirectories(folder);
    String shared = Shared.path("traces").getParent().toString();
    Shared.run(List.of("python3", "src/bench/lay-trace", shared, name, folder.toString()));
    var boot = boot("--root", folder + "/root", "--recorded", folder + "/show.txt");
    var recorded = Json.object(boot.get("recorded"));
    assertEquals(Set.of(), texts(recorded.get("notPredicted")));
    assertEquals(Set.of(), texts(recorded.get("notStarted")));
    assertEquals(startedByJobs(trace), started(boot));
    double contradicted = ((Number) recorded.get("pairsContradicted")).doubleValue();
    assertTrue(contradicted <= MOST_CONTRADICTED, contradicted + " of the pairs");
    double ratio = number(boot, "totalMicros") / number(recorded, "totalMicros");
    assertTrue(Math.abs(1 - ratio) <= MOST_OFF, ratio + " of the time");
    assertEquals(Json.list(recorded.get("criticalPath")), Json.list(boot.get("criticalPath")));
  }

  private static double number(Map<String, Object> object, String field) {
    return ((Number) object.get(field)).doubleValue();
  }

  /** The units of the timeline whose start began. */
  private static Set<String> started(Map<String, Object> boot) {
    var started = new TreeSet<String>();
    for (Object entry : Json.list(boot.get("timeline"))) {
      var fields = Json.object(entry);
      if (!fields.containsKey("skipped")) {
        started.add(fields.get("unit").toString());
      }
    }
    return started;
  }

  /** The units whose conditions were looked at and which then started. */
  private static Set<String> startedByJobs(Map<String, Object> trace) {
    var started = new TreeSet<String>();
    for (Object unit : Json.list(trace.get("units"))) {
      var fields = Json.object(unit);
      if (isSet(fields, "condition_us") && isSet(fields, "inactive_exit_us")) {
        started.add(fields.get("name").toString());
      }
    }
    return started;
  }

  private static boolean isSet(Map<String, Object> fields, String field) {
    return !fields.getOrDefault(field, "").toString().isEmpty();
  }

  private static Map<String, Object> boot(String... words) throws IOException {
    var all =
        Stream.concat(
                Stream.of("boot", "--format", "json", "--target-version", "252"), Stream.of(words))
            .toArray(String[]::new);
    var run = Run.in(Path.of("."), all);
    assertTrue(run.status() <= FINDINGS, run.err());
    return json(run.out());
  }

  private static Map<String, Object> json(String text) throws IOException {
    return Json.object(Json.parse(text));
  }

  private static Set<String> texts(Object list) {
    var texts = new TreeSet<String>();
    Json.list(list).forEach(t -> texts.add(t.toString()));
    return texts;
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    var rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }
}
