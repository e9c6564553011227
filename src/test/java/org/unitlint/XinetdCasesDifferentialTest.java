package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.support.Json;
import org.unitlint.support.Run;
import org.unitlint.support.Shared;

/**
 * Mistakes that were shown to the real xinetd are found at the lines that it names, and whatever is
 * right is left in peace; with the machine on which it was asked, and without.
 */
@Tag("differential")
class XinetdCasesDifferentialTest {
  private static final Path ROOT = Path.of("target", "xinetd-root").toAbsolutePath();

  /** What only the machine shows: a group, a file that is no program, folders. */
  private static final Set<String> OF_MACHINE =
      Set.of(
          "b051-group-unknown",
          "b055-server-not-exec",
          "b093-log-type-no-dir",
          "b181-includedir-missing");

  private static final Set<String> ADVICE = Set.of("X508", "X509", "X520");
  private static final Set<String> GRAVE = Set.of("error", "warning");

  @BeforeAll
  static void layMachine() throws IOException {
    var services = new StringBuilder();
    var table = "src/main/resources/org/unitlint/catalog/well-known-ports.tsv";
    for (String line : Files.readAllLines(Path.of(table))) {
      var cells = line.split("\t");
      services.append(cells[0] + "\t" + cells[2] + "/" + cells[1] + "\n");
    }
    write("etc/services", services.toString());
    write("etc/hosts", "127.0.0.1 localhost\n");
    write("etc/hostname", "machine\n");
    write("etc/passwd", "root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n");
    write("etc/group", "root:x:0:\nnogroup:x:65534:\n");
    write("executables.txt", "/bin/cat\n/bin/sh\n");
    Files.createDirectories(ROOT.resolve("var/log"));
    Files.createDirectories(ROOT.resolve("etc/systemd/system"));
  }

  private static void write(String path, String text) throws IOException {
    var file = ROOT.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @TestFactory
  Stream<DynamicTest> everyMistakeIsFound() throws IOException {
    return cases("bad").flatMap(c -> both(c, XinetdCasesDifferentialTest::found));
  }

  @TestFactory
  Stream<DynamicTest> whatIsRightIsLeftInPeace() throws IOException {
    return cases("good").flatMap(c -> both(c, XinetdCasesDifferentialTest::silent));
  }

  private static Stream<Map<String, Object>> cases(String kind) throws IOException {
    var file = Shared.path("oracle/xinetd-cases.json");
    var cases = Json.list(Json.object(Json.parse(Files.readString(file))).get("cases"));
    return cases.stream().map(Json::object).filter(c -> kind.equals(c.get("kind")));
  }

  private interface Judge {
    void judge(Map<String, Object> row, List<Map<String, Object>> findings);
  }

  private static Stream<DynamicTest> both(Map<String, Object> row, Judge judge) {
    String path = Shared.path("oracle").resolve((String) row.get("path")).toString();
    boolean alone = !OF_MACHINE.contains(row.get("id"));
    var onMachine =
        dynamicTest(
            row.get("id") + " on a machine",
            () -> judge.judge(row, check("--root", ROOT.toString(), path)));
    return alone
        ? Stream.of(
            dynamicTest(row.get("id") + " alone", () -> judge.judge(row, check(path))), onMachine)
        : Stream.of(onMachine);
  }

  private static List<Map<String, Object>> check(String... words) throws IOException {
    var all = new ArrayList<>(List.of("check", "--format=json"));
    all.addAll(List.of(words));
    var run = Run.in(Path.of("."), all.toArray(String[]::new));
    var findings = Json.list(Json.object(Json.parse(run.out())).get("findings"));
    return findings.stream().map(Json::object).filter(f -> !isAdvice(f)).toList();
  }

  /** Whether it would be told of a service without a mistake just as well. */
  private static boolean isAdvice(Map<String, Object> finding) {
    return ADVICE.contains(finding.get("rule"));
  }

  private static void found(Map<String, Object> row, List<Map<String, Object>> findings) {
    assertFalse(findings.isEmpty(), row.get("great_linter") + "");
    var theirs = new TreeSet<String>();
    for (Object message : Json.list(Json.object(row.get("xinetd")).get("messages"))) {
      var fields = Json.object(message);
      if (fields.containsKey("line")) {
        int line = Integer.parseInt(fields.get("line").toString());
        theirs.add(name(fields.get("file")) + ":" + line);
        // Of a whole entry xinetd speaks when it has read one line more.
        if (fields.get("message").toString().contains("defaults entry")) {
          theirs.add(name(fields.get("file")) + ":" + (line - 1));
        }
      }
    }
    var ours = new TreeSet<String>();
    for (var finding : findings) {
      add(finding, ours);
      Json.list(finding.get("labels")).forEach(l -> add(Json.object(l), ours));
    }
    assertTrue(
        theirs.isEmpty() || theirs.stream().anyMatch(ours::contains), theirs + " but " + ours);
  }

  private static void add(Map<String, Object> place, Set<String> lines) {
    lines.add(name(place.get("file")) + ":" + ((Number) place.get("line")).intValue());
  }

  private static String name(Object path) {
    return Path.of(path.toString()).getFileName().toString();
  }

  private static void silent(Map<String, Object> row, List<Map<String, Object>> findings) {
    var grave =
        findings.stream()
            .filter(f -> GRAVE.contains(f.get("severity")))
            .map(f -> f.get("line") + ": " + f.get("rule") + " " + f.get("message"))
            .toList();
    assertEquals(List.of(), grave);
  }
}
