package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.support.Run;

/** The pictures in docs are what the program draws; {@code -Dgolden=update} draws them again. */
class PicturesTest {
  private static final Path BASE = Path.of(System.getProperty("unitlint.basedir", "."));
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  /** Each with the words behind the program's name, run in testdata/readme. */
  private static final Map<String, String> PICTURES =
      Map.of(
          "boot.svg",
          "boot --root bakery --target-version 252 --timings bakery.json --format svg",
          "graph.svg",
          "graph --root bakery --target-version 252 --format svg");

  @TestFactory
  Stream<DynamicTest> everyPicture() {
    return new TreeMap<>(PICTURES)
        .entrySet().stream()
            .map(p -> dynamicTest(p.getKey(), () -> verify(p.getKey(), p.getValue())));
  }

  private static void verify(String name, String command) throws IOException {
    var run = Run.in(BASE.resolve("testdata/readme"), Run.words(command));
    var file = BASE.resolve("docs").resolve(name);
    if (!Files.exists(file) || UPDATE && !Files.readString(file).equals(run.out())) {
      Files.writeString(file, run.out());
      fail("drawn, look at it: " + file);
    }
    assertEquals(Files.readString(file), run.out());
  }
}
