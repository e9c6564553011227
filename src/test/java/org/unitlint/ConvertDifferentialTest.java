package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unitlint.support.Json;
import org.unitlint.support.Run;
import org.unitlint.support.Shared;

/** What is made of real files and of mistaken ones pleases our own linter and systemd's. */
@Tag("differential")
class ConvertDifferentialTest {
  private static final int VERSION = 252;

  /** The programs of the services are not on the machine that is asked. */
  private static final String NO_PROGRAM = "is not executable: No such file or directory";

  @Test
  void bothCheckersTakeWhatIsConverted() throws Exception {
    Shared.needsProgram("/usr/bin/systemd-analyze");
    var units = Path.of("target", "converted");
    Shared.run(List.of("rm", "-rf", units.toString()));
    int converted = 0;
    for (var file : files().entrySet()) {
      converted += convert(file.getValue(), units.resolve(file.getKey()));
    }
    assertTrue(converted > 0, "nothing was converted");
    lint(units);
    verify(units);
  }

  /** The files of the corpus, and of the cases, each of which may be a folder. */
  private static Map<String, Path> files() throws IOException {
    var files = new TreeMap<String, Path>();
    var corpus = Path.of("target", "convert-corpus");
    for (Path file : children(Shared.path("corpus/xinetd"))) {
      String name = file.getFileName().toString();
      if (!name.endsWith(".json")) {
        var copy = Files.createDirectories(corpus.resolve(name)).resolve("xinetd.d");
        Files.createDirectories(copy);
        Files.write(copy.resolve(name), Files.readAllBytes(file));
        files.put(name, copy.resolve(name));
      }
    }
    for (Path file : children(Shared.path("oracle/xinetd-cases"))) {
      boolean folder = Files.isDirectory(file);
      files.put(file.getFileName().toString(), folder ? file.resolve("xinetd.conf") : file);
    }
    return files;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** How many services were converted. */
  private static int convert(Path file, Path into) throws IOException {
    var run =
        Run.in(
            Path.of("."),
            "convert",
            "--all",
            "--target-version",
            String.valueOf(VERSION),
            "--format",
            "json",
            "--output",
            into.toString(),
            file.toString());
    assertTrue(run.status() < 2, () -> file + ": " + run.err());
    var answer = Json.object(Json.parse(run.out()));
    int refused = Json.list(answer.get("refusals")).size();
    int units = Json.list(answer.get("units")).size();
    assertEquals(refused > 0, run.status() == 1, file.toString());
    return units / 2;
  }

  private static void lint(Path units) throws IOException {
    var found = new ArrayList<String>();
    for (Path folder : children(units)) {
      if (!children(folder).isEmpty()) {
        var version = String.valueOf(VERSION);
        var run = Run.in(folder, "check", "--format", "gcc", "--target-version", version, ".");
        run.out()
            .lines()
            .filter(l -> l.contains(": warning: ") || l.contains(": error: "))
            .forEach(l -> found.add(folder.getFileName() + "/" + l));
      }
    }
    assertEquals(List.of(), found);
  }

  private static void verify(Path units) throws Exception {
    for (Path folder : children(units)) {
      if (children(folder).isEmpty()) {
        Files.delete(folder);
      }
    }
    var command = Shared.path("oracle/verify-messages").toString();
    var said = Shared.run(List.of(command, "--each", units.toString()));
    var found = new ArrayList<String>();
    for (var unit : Json.object(Json.object(Json.parse(said)).get("units")).entrySet()) {
      for (Object message : Json.list(Json.object(unit.getValue()).get("messages"))) {
        if (!String.valueOf(Json.object(message).get("message")).endsWith(NO_PROGRAM)) {
          found.add(unit.getKey() + ": " + message);
        }
      }
    }
    assertEquals(List.of(), found);
  }
}
