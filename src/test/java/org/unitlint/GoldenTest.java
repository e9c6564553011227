package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.support.Run;

/**
 * Every folder of testdata with a {@code command}: the words behind the program's name, run in that
 * folder. {@code expected.txt} holds what it prints, then what it says and its exit status.
 */
class GoldenTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("unitlint.basedir", "."), "testdata");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    try (var files = Files.walk(TESTDATA, 3)) {
      return files
          .filter(f -> f.endsWith("command"))
          .map(Path::getParent)
          .sorted()
          .map(c -> dynamicTest(TESTDATA.relativize(c).toString(), () -> verify(c)))
          .toList()
          .stream();
    }
  }

  private static void verify(Path folder) throws IOException {
    var words = Run.words(Files.readString(folder.resolve("command")));
    var input = folder.resolve("stdin");
    var run = Run.with(Files.exists(input) ? Files.readString(input) : "", folder, words);
    String said = run.err().replaceAll("\\d+\\.\\d+ s", "TIME");
    String actual = run.out() + "---\n" + said + "exit " + run.status() + "\n";
    var expected = folder.resolve("expected.txt");
    if (!Files.exists(expected) || UPDATE && !Files.readString(expected).equals(actual)) {
      Files.writeString(expected, actual);
      fail("written, read it: " + expected);
    }
    assertEquals(Files.readString(expected), actual);
  }
}
