package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.support.Json;
import org.unitlint.support.Run;

/**
 * Of a machine and a copy with one change that change is told and what comes of it, and nothing
 * else; and the other way round the same the other way round.
 */
class SeededChangesTest {
  private static final int MACHINES = 2;

  @TempDir static Path folder;

  private static final List<Seed> SEEDS =
      Stream.concat(UnitSeeds.ALL.stream(), FileSeeds.ALL.stream()).toList();

  @TestFactory
  Stream<DynamicTest> changesAreTold() {
    return IntStream.range(0, MACHINES)
        .boxed()
        .flatMap(m -> SEEDS.stream().map(s -> dynamicTest(s.name() + " " + m, () -> verify(m, s))));
  }

  private static void verify(int machine, Seed seed) throws IOException {
    var base = folder.resolve(seed.name().replace(' ', '-') + machine);
    var before = SmallRoot.of(base.resolve("before"), machine);
    var after = before.copy(base.resolve("after"));
    seed.change().in(after);
    String json = DiffFacts.json(base, "before", "after");
    assertFalse(json.contains("s3cret"), json);
    var facts = DiffFacts.of(json);
    assertEquals(new TreeSet<>(seed.direct()), facts.direct(), json);
    var missing = new TreeSet<>(seed.follows());
    missing.removeIf(m -> facts.follows().stream().anyMatch(f -> (f + " ").startsWith(m + " ")));
    assertEquals(Set.of(), missing, () -> String.join("\n", facts.follows()));
    var sorts = new DiffFacts(new TreeSet<>(), new TreeSet<>(seed.follows())).sorts();
    var others = facts.sorts();
    others.removeAll(sorts);
    assertEquals(Set.of(), others, () -> String.join("\n", facts.follows()));
    mirrors(base, json);
    var text = Run.in(base, "diff", "before", "after");
    boolean nothing = seed.direct().isEmpty() && seed.follows().isEmpty();
    assertEquals(nothing, text.out().equals("Nothing changes.\n"), text.out());
    text.out().lines().forEach(l -> assertTrue(l.length() <= 80 || l.strip().indexOf(' ') < 0, l));
  }

  /** Several changes at once, as far as they go together. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void manyChangesMirror(long seed) throws IOException {
    var base = folder.resolve("many" + seed);
    var before = SmallRoot.of(base.resolve("before"), seed);
    var after = before.copy(base.resolve("after"));
    var random = new Random(seed);
    for (int i = 0; i < 8; i++) {
      var change = SEEDS.get(random.nextInt(SEEDS.size())).change();
      try {
        change.in(random.nextBoolean() ? after : before);
      } catch (IllegalArgumentException | NoSuchFileException e) {
        // Another change took away what this one needs.
      }
    }
    mirrors(base, DiffFacts.json(base, "before", "after"));
    for (String same : List.of("before", "after")) {
      assertEquals("Nothing changes.\n", Run.in(base, "diff", same, same).out());
    }
    var plain = Run.in(base, "diff", "before", "after").out();
    var colour = Run.in(base, "diff", "--color", "always", "before", "after").out();
    assertEquals(plain, colour.replaceAll("\u001B\\[[0-9;]*m", ""));
  }

  private static void mirrors(Path base, String json) throws IOException {
    var back = DiffFacts.json(base, "after", "before");
    var expected = DiffFacts.mirrored(Json.parse(json));
    assertEquals(expected, Json.parse(back));
  }
}
