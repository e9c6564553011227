package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.report.ci.Sarif;
import org.unitlint.support.Run;

/** Which format is written, where, and with which paths. */
class OutputFormatTest {
  private static final Path BASE = Path.of(System.getProperty("unitlint.basedir", "."));

  @TempDir Path folder;

  /** How a check of a broken unit begins. */
  private String begin(boolean interactive, Map<String, String> environment, String... more)
      throws IOException {
    Files.writeString(folder.resolve("a.service"), "[Service]\nExecStrat=/bin/a\n");
    String[] args = new String[more.length + 4];
    System.arraycopy(new String[] {"check", "--format", "auto", "a.service"}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    var out = new StringWriter();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            folder,
            interactive,
            environment);
    assertEquals(1, new CommandLineRunner(terminal, Pager.NONE).run(args));
    terminal.out().flush();
    String text = more.length == 0 ? out.toString() : Files.readString(folder.resolve(more[1]));
    return text.replaceAll("\u001B\\[[0-9;]*m", "").substring(0, 9).strip();
  }

  @Test
  void autoIsWhatFits() throws IOException {
    assertEquals("error[U10", begin(true, Map.of()));
    assertEquals("a.service", begin(false, Map.of()));
    assertEquals("a.service", begin(true, Map.of("TERM", "dumb")));
    assertEquals("error[U10", begin(false, Map.of("CI", "true")));
    assertEquals("::error f", begin(false, Map.of("CI", "true", "GITHUB_ACTIONS", "true")));
    var gitlab = Map.of("CI", "true", "GITLAB_CI", "true");
    assertEquals("error[U10", begin(false, gitlab));
    assertEquals("[\n  {", begin(false, gitlab, "--output", "q.json"));
  }

  @Test
  void withoutAutoTheEnvironmentChangesNothing() {
    var in = InputStream.nullInputStream();
    var out = new StringWriter();
    var err = new PrintWriter(new StringWriter());
    var environment = Map.of("GITHUB_ACTIONS", "true");
    Program.run(
        in,
        new PrintWriter(out),
        err,
        BASE.resolve("testdata/readme").toAbsolutePath(),
        environment,
        "check",
        "web.service");
    assertTrue(out.toString().startsWith("error[D305]"), out.toString());
  }

  @Test
  void pathsAreFromTheFolderWhereItWasStarted() {
    var below = BASE.resolve("testdata/check");
    String whole = Run.in(below, "check", "--format=github", "--root=file-on-a-root/root").out();
    assertTrue(
        whole.contains(" file=file-on-a-root/root/etc/systemd/system/other.service,"), whole);
    String named =
        Run.in(below.resolve("file"), "check", "--format=gitlab", "./clock.service").out();
    assertTrue(named.contains("\"path\": \"clock.service\""), named);
    String away = Run.in(below.resolve("file"), "check", "--format=sarif", "../folder").out();
    Sarif.assertValid(away);
    assertTrue(Pattern.compile("\"uri\": \"file:///.*/check/folder/").matcher(away).find(), away);
  }

  @Test
  void statisticsAreNotForEveryFormat() {
    for (String format : new String[] {"jsonl", "sarif", "github", "junit"}) {
      var run = Run.in(folder, "check", "--statistics", "--format", format);
      assertEquals(2, run.status());
      assertEquals("unitlint: --statistics takes --format pretty, gcc or json", run.err().strip());
    }
  }
}
