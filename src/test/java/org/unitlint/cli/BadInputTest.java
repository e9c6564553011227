package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.support.Run;

/**
 * Whatever lies where units should: a finding or one line, the right exit status, no stack trace.
 */
class BadInputTest {
  private static final String GOOD = "[Service]\nExecStart=/bin/true\n";

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path folder;

  private Path units;

  @BeforeEach
  void makeRoot() throws IOException, InterruptedException {
    units = Files.createDirectories(folder.resolve("root/etc/systemd/system"));
    Files.createDirectories(folder.resolve("root/bin"));
    var program = Files.writeString(folder.resolve("root/bin/true"), "");
    assumeTrue(program.toFile().setExecutable(true));
  }

  private Run onRoot() {
    var run = Run.in(folder, "check", "--root", "root");
    assertFalse((run.out() + run.err()).contains("Exception"), run.toString());
    return run;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(units.resolve(name), text);
  }

  private void finds(String code, int status) {
    var run = onRoot();
    assertEquals(status, run.status(), run.toString());
    assertTrue(run.out().contains("[" + code + "]"), run.toString());
  }

  @Test
  void aNamedPipeIsNeverOpened() throws Exception {
    var made = new ProcessBuilder("mkfifo", units.resolve("a.service").toString()).start();
    assumeTrue(made.waitFor() == 0);
    finds("L208", 1);
    var named = Run.in(folder, "check", "root/etc/systemd/system/a.service");
    assertEquals(3, named.status(), named.toString());
    var inFolder = Run.in(folder, "check", "root/etc/systemd/system");
    assertEquals(1, inFolder.status(), inFolder.toString());
  }

  @Test
  void aFolderIsNoUnit() throws IOException {
    Files.createDirectories(units.resolve("a.service"));
    finds("L209", 1);
  }

  @Test
  void linksThatLoopAreFound() throws IOException {
    Files.createSymbolicLink(units.resolve("a.service"), Path.of("b.service"));
    Files.createSymbolicLink(units.resolve("b.service"), Path.of("a.service"));
    finds("L206", 1);
  }

  @Test
  void linksOutOfTheRootStayInside() throws IOException {
    Files.writeString(folder.resolve("secret"), "[Service]\nFoo=secret\n");
    Files.createSymbolicLink(
        units.resolve("a.service"), Path.of("../../../../../../../../../.." + folder + "/secret"));
    var run = onRoot();
    assertFalse(run.out().contains("Foo"), run.toString());
    assertTrue(run.out().contains("[L207]"), run.toString());
  }

  @Test
  void aNulIsFound() throws IOException {
    write("a.service", "[Service]\nExecStart=/bin/true\0x\n");
    finds("S008", 1);
  }

  @Test
  void bytesThatAreNoTextAreFound() throws IOException {
    Files.write(
        units.resolve("a.service"), new byte[] {'[', 'U', ']', '\n', 'a', '=', (byte) 0xFF});
    finds("S006", 1);
  }

  @Test
  void anEndlessLineIsFound() throws IOException {
    write("a.service", "[Service]\nExecStart=/bin/true " + "a".repeat(5 << 20));
    finds("S007", 1);
    finds("L211", 1);
  }

  @Test
  void anEmptyFileIsFound() throws IOException {
    write("a.service", "");
    finds("L212", 1);
  }

  @Test
  void whatMayNotBeReadIsNotPassedOver() throws IOException {
    write("a.service", GOOD);
    assumeTrue(units.resolve("a.service").toFile().setReadable(false, false));
    assumeTrue(!Files.isReadable(units.resolve("a.service")), "root may read all");
    finds("L210", 3);
  }

  @Test
  void aRootThatIsNoFolderIsOneLine() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    var run = Run.in(folder, "check", "--root", "file");
    assertEquals(3, run.status());
    assertEquals("unitlint: --root file: not a folder\n", run.err());
  }

  @Test
  void anOutputThatCannotBeWrittenIsOneLine() throws IOException {
    write("a.service", GOOD);
    var run = Run.in(folder, "check", "--root", "root", "--output", "gone/file");
    assertEquals(3, run.status(), run.toString());
    assertEquals("unitlint: cannot write gone/file: no such file or folder\n", run.err());
  }

  @Test
  void aNameThatNoFileCanHaveIsOneLine() {
    var run = Run.in(folder, "check", "a\0b");
    assertEquals(3, run.status(), run.toString());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  private void refusesGraph(int status, String said, String... words) {
    var args = new ArrayList<>(List.of("graph"));
    args.addAll(List.of(words));
    var run = Run.in(folder, args.toArray(String[]::new));
    assertEquals("unitlint: " + said + "\n", run.err());
    assertEquals(status, run.status());
  }

  @Test
  void graphsOfWhatIsNotThereAreOneLine() throws IOException {
    write("lamp.service", GOOD);
    write("lamp@.service", GOOD);
    Files.writeString(folder.resolve("empty.txt"), "");
    Files.createDirectories(folder.resolve("bare"));
    refusesGraph(3, "--root gone: no such folder", "--root", "gone");
    refusesGraph(
        3,
        "bare holds no units: there is no etc/systemd, usr/lib/systemd or the like in it",
        "--root",
        "bare");
    refusesGraph(
        3,
        "there is no unit `lamb.service`; did you mean `lamp.service`?",
        "--root",
        "root",
        "lamb");
    refusesGraph(3, "no unit matches `x*`", "--root", "root", "x*");
    refusesGraph(3, "no unit matches `la*`; with --all some do", "--root", "root", "la*");
    refusesGraph(3, "there is no unit `x.service`", "--root", "root", "--all", "--to", "x.service");
    refusesGraph(2, "`a b.service` cannot be the name of a unit", "--root", "root", "a b");
    refusesGraph(
        2,
        "`lamp@.service` is a template; name an instance, as lamp@NAME.service",
        "--root",
        "root",
        "lamp@.service");
    refusesGraph(
        3,
        "cannot write gone/file: no such file or folder",
        "--root",
        "root",
        "lamp",
        "--output",
        "gone/file");
  }

  @Test
  void graphsOfPathsThatCannotBeReadFail() throws IOException {
    write("lamp.service", GOOD);
    assertEquals(3, Run.in(folder, "graph", "./gone.service").status());
    var run = Run.in(folder, "graph", "root/etc/systemd/system/lamp.service", "./gone.service");
    assertEquals(3, run.status(), run.toString());
    assertEquals("unitlint: ./gone.service: no such file or folder\n", run.err());
    assertTrue(run.out().startsWith("lamp.service\n"), run.out());
    var roots = Run.in(folder, "graph", "root", "root/etc/systemd/system/lamp.service");
    assertEquals(2, roots.status(), roots.toString());
    assertEquals(Run.in(folder, "graph", "--root", "root"), Run.in(folder, "graph", "root"));
  }

  @Test
  void chainsOfManyTargetsAreWritten() throws IOException {
    for (int i = 0; i < 3000; i++) {
      write("t" + i + ".target", "[Unit]\nWants=t" + (i + 1) + ".target\n");
    }
    for (String format : List.of("text", "json", "dot")) {
      var run = Run.in(folder, "graph", "--root", "root", "t0.target", "--format", format);
      assertEquals(0, run.status(), run.err());
    }
  }

  @Test
  void manyDiamondsAreUnfoldedOnce() throws IOException {
    for (int i = 0; i < 60; i++) {
      String both = "Wants=a" + (i + 1) + ".target b" + (i + 1) + ".target\n";
      write("a" + i + ".target", "[Unit]\n" + both);
      write("b" + i + ".target", "[Unit]\n" + both);
    }
    var run = Run.in(folder, "graph", "--root", "root", "a0.target");
    assertEquals(239, run.out().lines().count(), run.out());
    var limited = Run.in(folder, "graph", "--root", "root", "a0.target", "--depth", "50");
    assertTrue(limited.out().lines().count() < 6000);
  }
}
