package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.support.Run;

/** What becomes of the file that {@code --output} names. */
class OutputFileTest {
  private static final String UNIT = "[Service]\nExecStart=/bin/true\n";

  @TempDir Path folder;

  private Run run(String command, String... more) throws IOException {
    Files.writeString(folder.resolve("a.service"), UNIT);
    var words = new ArrayList<>(List.of(command, "./a.service"));
    words.addAll(List.of(more));
    return Run.in(folder, words.toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void itHoldsWhatWouldBePrinted() throws IOException {
    for (String command : List.of("graph", "boot", "report", "why", "check", "ports")) {
      String printed = run(command).out();
      run(command, "--output", "out");
      assertEquals(printed, Files.readString(folder.resolve("out")), command);
      assertEquals(List.of("a.service", "out"), files());
    }
  }

  @Test
  void itKeepsItsMode() throws IOException {
    var file = Files.writeString(folder.resolve("out"), "before");
    var mode = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(file, mode);
    run("graph", "--format", "svg", "--output", "out");
    assertEquals(mode, Files.getPosixFilePermissions(file));
    assertTrue(Files.readString(file).contains("</svg>"));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Files.writeString(folder.resolve("real"), "before");
    Files.createSymbolicLink(folder.resolve("out"), Path.of("real"));
    run("report", "--output", "out");
    assertTrue(Files.isSymbolicLink(folder.resolve("out")));
    assertTrue(Files.readString(folder.resolve("real")).endsWith("</html>\n"));
  }

  @Test
  void whatIsThereStaysWhereItCannotBeWritten() throws IOException {
    Files.createDirectories(folder.resolve("out/inside"));
    var run = run("report", "--output", "out");
    assertEquals(Exit.UNREADABLE, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(List.of("a.service", "out"), files());
    assertEquals(Exit.UNREADABLE, run("report", "--output", "gone/out").status());
  }

  @Test
  void picturesGoBesideThePage() throws IOException {
    run("report", "--pictures", "--output", "page.html");
    assertEquals(List.of("a.service", "page.boot.svg", "page.graph.svg", "page.html"), files());
    for (String name : List.of("page.boot.svg", "page.graph.svg")) {
      assertTrue(Files.readString(folder.resolve(name)).contains("<style>"), name);
    }
  }
}
