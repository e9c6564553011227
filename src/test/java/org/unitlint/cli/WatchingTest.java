package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code check --watch}, with somebody who waits no time at all and edits files meanwhile. */
class WatchingTest {
  private static final String GOOD =
      "[Unit]\nDescription=Web\n\n[Service]\nExecStart=/usr/bin/web\n";

  @TempDir Path folder;
  private final Deque<Edit> edits = new ArrayDeque<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final TreeSet<Path> folders = new TreeSet<>();
  private boolean interactive;
  private int told;
  private int changes;

  private interface Edit {
    void make() throws IOException;
  }

  /** Makes the next edit; nobody waits any longer after the last. */
  private boolean pause(Collection<Path> watched, int status) {
    told = status;
    folders.addAll(watched);
    if (edits.isEmpty()) {
      return false;
    }
    try {
      edits.remove().make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** Writes the file, later than all before it even for a clock of whole seconds. */
  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    changes++;
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(2_000_000L + changes)));
  }

  private int watch(String... words) throws Trouble {
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            folder,
            interactive,
            Map.of("TERM", "xterm", "NO_COLOR", "1"));
    var command = new CheckCommand(() -> this::pause);
    var arguments = new CommandLine(command.spec().name("check")).parseArgs(words);
    int status = command.run(arguments, terminal);
    terminal.out().flush();
    terminal.err().flush();
    return status;
  }

  private void edit(String name, String text) {
    edits.add(() -> write(name, text));
  }

  @Test
  void tellsOnlyWhatIsNew() throws Exception {
    write("web.service", GOOD + "NoSuch=1\n");
    edit("web.service", "# moved\n" + GOOD + "NoSuch=1\nOther=2\n");
    edit("web.service", "# moved\n" + GOOD + "NoSuch=1\n");
    edit("web.service", "# moved\n" + GOOD + "NoSuch=1\nOther=2\n");

    assertEquals(1, watch("--watch", "--format", "gcc", "."));
    assertEquals(
        "web.service:6:1: error: unknown directive `NoSuch` in [Service] [U104]\n"
            + "web.service:8:1: error: unknown directive `Other` in [Service] [U104]\n"
            + "web.service:8:1: error: unknown directive `Other` in [Service] [U104]\n",
        out.toString());
    assertEquals(4, err.toString().lines().filter(l -> l.contains(" in 1 file (")).count());
    assertEquals(1, err.toString().lines().filter(l -> l.contains("Ctrl-C")).count());
  }

  @Test
  void waitsOnWhileNothingChanges() throws Exception {
    write("web.service", GOOD);
    edits.add(() -> {});
    edits.add(() -> {});

    assertEquals(0, watch("--watch", "."));
    assertEquals(1, err.toString().lines().filter(l -> l.contains(" in 1 file (")).count());
  }

  @Test
  void endsWithTheStatusOfTheLastCheck() throws Exception {
    write("web.service", GOOD + "NoSuch=1\n");
    edit("web.service", GOOD);
    assertEquals(0, watch("--watch", "web.service"));
    assertEquals(0, told);

    edit("web.service", GOOD + "NoSuch=1\n");
    assertEquals(1, watch("--watch", "web.service"));
    assertEquals(1, told);
  }

  @Test
  void seesNewFilesFoldersAndDropIns() throws Exception {
    write("web.service", GOOD);
    edit("web.service.d/a.conf", "[Service]\nNoSuch=1\n");
    edit("sub/deep/db.service", GOOD + "NoSuch=2\n");
    edits.add(() -> Files.delete(folder.resolve("sub/deep/db.service")));

    assertEquals(1, watch("--watch", "--format", "gcc", "."));
    assertEquals(
        "web.service.d/a.conf:2:1: error: unknown directive `NoSuch` in [Service] [U104]\n"
            + "sub/deep/db.service:6:1: error: unknown directive `NoSuch` in [Service] [U104]\n",
        out.toString());
    assertTrue(folders.contains(folder.resolve("sub/deep")), folders::toString);
  }

  @Test
  void clearsATerminalAndShowsAll() throws Exception {
    interactive = true;
    write("web.service", GOOD + "NoSuch=1\n");
    edit("web.service", GOOD + "NoSuch=1\nOther=2\n");

    assertEquals(1, watch("--watch", "--format", "gcc", "."));
    var screens = out.toString().split("\033\\[H\033\\[2J\033\\[3J", -1);
    assertEquals(3, screens.length);
    assertEquals(1, screens[1].lines().count());
    assertEquals(2, screens[2].lines().count());
  }

  @Test
  void goesOnWhereAConfigurationIsHalfWritten() throws Exception {
    write("web.service", GOOD + "NoSuch=1\n");
    edit("unitlint.toml", "ignore = [");
    edit("unitlint.toml", "ignore = [\"U104\"]\n");

    assertEquals(0, watch("--watch", "web.service"));
    assertTrue(err.toString().contains("unitlint.toml:1:"), err::toString);
  }

  @Test
  void watchesTheSearchPathOfARoot() throws Exception {
    write("root/etc/systemd/system/web.service", GOOD);
    edit("root/usr/lib/systemd/system/db.service", GOOD + "NoSuch=2\n");

    watch("--watch", "--select", "U104", "--format", "gcc", "--root", "root");
    assertEquals(
        "usr/lib/systemd/system/db.service:6:1: error: unknown directive `NoSuch` in [Service]"
            + " [U104]\n",
        out.toString());
  }

  @Test
  void refusesWhatIsDoneOnce() {
    for (String words :
        new String[] {
          "--watch --fix .", "--watch --diff .", "--watch -", "--watch --format json"
        }) {
      assertThrows(Trouble.class, () -> watch(words.split(" ")), words);
    }
  }
}
