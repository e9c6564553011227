package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.support.Run;

/**
 * Every folder of testdata with a {@code command}: the words behind the program's name, run in that
 * folder. {@code expected.txt} holds what it prints, then what it says and its exit status. Where
 * there is a folder {@code before}, the words are run in a copy of that, and {@code after} holds
 * what the copy is then.
 */
class GoldenTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("unitlint.basedir", "."), "testdata");
  private static final Path COPIES = Path.of("target", "golden");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  /** Whoever runs it, the program says the same: here somebody with other digits and hours. */
  @BeforeAll
  static void elsewhere() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
  }

  @AfterAll
  static void back() {
    Locale.setDefault(LOCALE);
    TimeZone.setDefault(ZONE);
  }

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
    var before = folder.resolve("before");
    var where = Files.exists(before) ? copy(before) : folder;
    var run = Run.with(Files.exists(input) ? Files.readString(input) : "", where, words);
    String said = run.err().replaceAll("\\d+\\.\\d+ s", "TIME");
    String actual = run.out() + "---\n" + said + "exit " + run.status() + "\n";
    var expected = folder.resolve("expected.txt");
    if (!Files.exists(expected) || UPDATE && !Files.readString(expected).equals(actual)) {
      Files.writeString(expected, actual);
      fail("written, read it: " + expected);
    }
    assertEquals(Files.readString(expected), actual);
    if (!where.equals(folder)) {
      verifyFiles(folder.resolve("after"), where);
    }
  }

  private static Path copy(Path folder) throws IOException {
    var copy = Files.createDirectories(COPIES.resolve(TESTDATA.relativize(folder)));
    for (Path old : files(copy)) {
      Files.delete(old);
    }
    for (Path file : files(folder)) {
      var target = copy.resolve(folder.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
    }
    return copy;
  }

  private static void verifyFiles(Path after, Path actual) throws IOException {
    if (!Files.exists(after) || UPDATE && !texts(after).equals(texts(actual))) {
      for (Path file : Files.exists(after) ? files(after) : List.<Path>of()) {
        Files.delete(file);
      }
      for (Path file : files(actual)) {
        var target = after.resolve(actual.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
      }
      fail("written, read it: " + after);
    }
    assertEquals(texts(after), texts(actual));
  }

  /** The files and links below, in order. */
  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    }
  }

  /** Their contents by path, every byte a character; where links lead. */
  private static Map<String, String> texts(Path folder) throws IOException {
    var texts = new TreeMap<String, String>();
    for (Path file : files(folder)) {
      texts.put(
          folder.relativize(file).toString(),
          Files.isSymbolicLink(file)
              ? "-> " + Files.readSymbolicLink(file)
              : Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return texts;
  }
}
