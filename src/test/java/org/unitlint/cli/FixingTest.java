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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.support.Run;

/** What is written, and what is left alone. */
class FixingTest {
  private static final String BAD = "[Service]\nExecStrt=/bin/true\n";
  private static final String FIXED = "[Service]\nExecStart=/bin/true\n";

  @TempDir Path folder;

  private Path write(String path) throws IOException {
    return write(path, BAD);
  }

  private Path write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void isFixed(String path) throws IOException {
    assertEquals(FIXED, Files.readString(folder.resolve(path)));
  }

  private void isLeft(String path) throws IOException {
    assertEquals(BAD, Files.readString(folder.resolve(path)));
  }

  private Run fix(String... more) {
    var words = new ArrayList<>(List.of("check", "--fix", "--ignore", "U302"));
    words.addAll(List.of(more));
    return Run.in(folder, words.toArray(String[]::new));
  }

  @Test
  void aFileThatCannotBeReplacedIsOneLineAndOthersAreFixed() throws IOException {
    Files.createLink(folder.resolve("twin"), write("a.service"));
    write("b.service");
    var run = fix(".");
    isLeft("a.service");
    isFixed("b.service");
    assertEquals(3, run.status(), run.toString());
    assertEquals(
        "unitlint: a.service: not fixed: a hard link, its other name would keep the old text",
        run.err().lines().findFirst().orElseThrow());
    assertTrue(run.err().contains("\nfixed 1 problem in 1 file\n"), run.err());
    assertTrue(run.out().contains("error[U104]"), run.out());
  }

  @Test
  void aFileThatMayNotBeWrittenIsOneLine() throws IOException {
    var file = write("a.service");
    assumeTrue(file.toFile().setWritable(false, false));
    assumeTrue(!Files.isWritable(file), "root may write all");
    var run = fix(".");
    isLeft("a.service");
    assertEquals(3, run.status(), run.toString());
    assertTrue(run.err().startsWith("unitlint: a.service: not fixed: permission denied\n"));
  }

  @Test
  void aLinkStaysAndLeadsToTheFixedFile() throws IOException {
    write("shared/a.service");
    Files.createDirectories(folder.resolve("units"));
    var link = folder.resolve("units/b.service");
    Files.createSymbolicLink(link, Path.of("../shared/a.service"));
    assertEquals(0, fix("units/b.service").status());
    assertTrue(Files.isSymbolicLink(link));
    isFixed("shared/a.service");
  }

  @Test
  void aFileReachedTwiceIsFixedOnce() throws IOException {
    write("a.service.d/x.conf");
    write("a.service", FIXED);
    write("b.service", FIXED);
    Files.createSymbolicLink(folder.resolve("b.service.d"), Path.of("a.service.d"));
    Files.createDirectories(folder.resolve("c.service.d"));
    Files.createSymbolicLink(
        folder.resolve("c.service.d/x.conf"), Path.of("../a.service.d/x.conf"));
    fix("a.service.d", "c.service.d/x.conf", "a.service");
    assertTrue(Files.readString(folder.resolve("a.service.d/x.conf")).contains("ExecStart="));
    assertTrue(Files.isSymbolicLink(folder.resolve("c.service.d/x.conf")));
  }

  @Test
  void nothingOutsideOfARootIsWritten() throws IOException {
    write("outside/a.service");
    write("outside/b.service.d/x.conf");
    write("root/etc/systemd/system/c.service");
    var units = folder.resolve("root/etc/systemd/system");
    Files.createSymbolicLink(units.resolve("a.service"), Path.of("../../../../outside/a.service"));
    Files.createSymbolicLink(units.resolve("b.service.d"), folder.resolve("outside/b.service.d"));
    fix("--root", "root");
    isLeft("outside/a.service");
    isLeft("outside/b.service.d/x.conf");
    isFixed("root/etc/systemd/system/c.service");
  }

  @Test
  void whatGeneratorsWroteIsLeft() throws IOException {
    write("root/run/systemd/generator/a.service");
    write("root/etc/fstab", "/dev/sda1 /srv ext4 defaults,x-systemd.requires=gon.service 0 0\n");
    write("root/etc/systemd/system/b.service");
    fix("--root", "root", "--unsafe-fixes");
    isLeft("root/run/systemd/generator/a.service");
    isFixed("root/etc/systemd/system/b.service");
  }

  @Test
  void onlyNamedFilesAreWritten() throws IOException {
    write("a.service");
    write("b.service");
    write("root/etc/systemd/system/c.service");
    fix("a.service");
    isFixed("a.service");
    isLeft("b.service");
    fix("--root", "root", "b.service");
    isFixed("b.service");
    isLeft("root/etc/systemd/system/c.service");
  }

  @Test
  void whatIsNotShownIsNotFixed() throws IOException {
    write("a.service");
    fix("--select", "U101", "a.service");
    isLeft("a.service");
  }

  @Test
  void aHugeFileIsNotCut() throws IOException {
    String huge = BAD + "# x\n".repeat((4 << 20) / 4 + 10);
    write("a.service", huge);
    fix("a.service");
    assertEquals(huge, Files.readString(folder.resolve("a.service")));
  }

  @Test
  void aDifferenceWritesNothing() throws IOException {
    write("a.service");
    var run = Run.in(folder, "check", "--fix", "--diff", "--output", "out.diff", ".");
    isLeft("a.service");
    assertEquals(1, run.status());
    assertEquals("", run.out());
    assertTrue(Files.readString(folder.resolve("out.diff")).startsWith("--- a.service\n"));
  }

  @Test
  void theTextOfStandardInputIsTheOutput() throws IOException {
    var run = Run.with(FIXED, folder, "check", "--fix", "--stdin-filename", "a.service", "-");
    assertEquals(FIXED, run.out());
    var json =
        Run.with(BAD, folder, "check", "--fix", "--format", "json", "--output", "found.json", "-");
    assertEquals(FIXED, json.out());
    assertFalse(Files.readString(folder.resolve("found.json")).contains("ExecStrt"));
  }
}
