package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.graph.Dependency;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/** The dependencies and jobs that a change brings and takes are those of systemd 252. */
@Tag("differential")
class DiffDifferentialTest {
  private static final int MACHINE = 1;

  /** Where systemd breaks a cycle rests on the order of a hash table. */
  private static final String CYCLE = "order into a cycle";

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> changesAreThoseOfSystemd() throws IOException {
    var before = SmallRoot.of(folder.resolve("before"), MACHINE);
    var old = new AtomicReference<TreeSet<String>>();
    return Stream.concat(UnitSeeds.ALL.stream(), FileSeeds.ALL.stream())
        .filter(s -> !s.name().equals(CYCLE) && !DiffFacts.edges(s).isEmpty())
        .map(s -> dynamicTest(s.name(), () -> verify(s, before, old)));
  }

  private static void verify(Seed seed, SmallRoot before, AtomicReference<TreeSet<String>> known)
      throws IOException, InterruptedException {
    if (known.get() == null) {
      known.set(facts(before));
    }
    var old = known.get();
    var after = before.copy(folder.resolve(seed.name().replace(' ', '-')));
    seed.change().in(after);
    var now = facts(after);
    var expected = new TreeSet<String>();
    now.stream().filter(f -> !old.contains(f)).forEach(f -> expected.add("new " + f));
    old.stream().filter(f -> !now.contains(f)).forEach(f -> expected.add("gone " + f));
    var told =
        DiffFacts.told(
            folder, "--target-version", "252", "before", after.folder().getFileName().toString());
    assertEquals(String.join("\n", expected), String.join("\n", told.edges()));
  }

  /** The dependencies that lead forward, and the jobs of the boot. */
  private static TreeSet<String> facts(SmallRoot root) throws IOException, InterruptedException {
    var dump = Shared.path("oracle/manager-dump");
    Shared.needsProgram("/usr/lib/systemd/systemd");
    Shared.needsProgram("/usr/bin/systemd-analyze");
    Shared.needsRoot();
    var command = List.of(dump.toString(), root.folder().toString(), "--all", "--generators");
    var all = Json.object(Json.parse(Shared.run(command)));
    var facts = new TreeSet<String>();
    Json.object(all.get("units"))
        .forEach(
            (from, unit) ->
                Json.object(Json.object(unit).get("deps"))
                    .forEach(
                        (kind, ends) ->
                            Json.object(ends)
                                .keySet()
                                .forEach(
                                    to -> {
                                      if (isForward(kind)) {
                                        facts.add(from + " " + kind + " " + to);
                                      }
                                    })));
    for (Object item : Json.list(all.get("jobs"))) {
      var job = Json.object(item);
      facts.add("job " + job.get("unit") + " " + job.get("type"));
    }
    return facts;
  }

  private static boolean isForward(String kind) {
    return Stream.of(Dependency.values()).anyMatch(d -> d.word().equals(kind) && d.forward() == d);
  }
}
