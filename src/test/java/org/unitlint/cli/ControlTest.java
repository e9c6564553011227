package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.support.Run;

/** Where configurations are looked for, and baselines that are written. */
class ControlTest {
  private static final String BAD =
      "[Service]\nType=oneshot\nExecStart=/bin/true\nRestart=always\nFo=1\nFo=1\n";

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path folder;

  @BeforeEach
  void makeUnit() throws IOException {
    write("here/units/a.service", BAD);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run run(String line) {
    return Run.in(folder.resolve("here"), Run.words(line));
  }

  /** The rules that are found, with what the environment says. */
  private String found(Map<String, String> environment, String line) {
    var out = new StringWriter();
    var err = new StringWriter();
    Program.run(
        new ByteArrayInputStream(BAD.getBytes()),
        new PrintWriter(out),
        new PrintWriter(err),
        folder.resolve("here"),
        environment,
        Run.words(line + " --format gcc"));
    return out.toString().replaceAll("(?m).*\\[(\\w+)\\]$\\n", "$1 ").strip();
  }

  @Test
  void theNearestFileCountsThenTheUsers() throws IOException {
    var home = Map.of("HOME", folder.resolve("home").toString());
    assertEquals("U214 U104 U104", found(home, "check units"));
    write("home/.config/unitlint/unitlint.toml", "ignore = ['U214']\n");
    assertEquals("U104 U104", found(home, "check units"));
    assertEquals("U104 U104", found(home, "check - --stdin-filename a.service"));
    write("set/unitlint/unitlint.toml", "ignore = ['U104']\n");
    var set =
        Map.of(
            "HOME", folder.resolve("home").toString(),
            "XDG_CONFIG_HOME", folder.resolve("set").toString());
    assertEquals("U214", found(set, "check units"));
    assertEquals(
        "U104 U104",
        found(Map.of("XDG_CONFIG_HOME", "set", "HOME", home.get("HOME")), "check units"));
    write("unitlint.toml", "# nothing\n");
    assertEquals("U214 U104 U104", found(home, "check units"));
    write("here/units/unitlint.toml", "ignore = ['U']\n");
    assertEquals("", found(home, "check units"));
    assertEquals("", found(home, "check - --stdin-filename units/b.service"));
    assertEquals("U214 U104 U104", found(home, "check - --stdin-filename b.service"));
    assertEquals("U214 U104 U104", found(home, "check --no-config units"));
    write("here/unitlint.toml", "ignore = ['U214']\n");
    assertEquals("U104 U104", found(home, "check -"));
    assertEquals("U214", found(home, "check --config ../set/unitlint/unitlint.toml units"));
  }

  @Test
  void configurationsThatCannotBeAreOneLine() throws IOException {
    Files.createDirectories(folder.resolve("here/units/unitlint.toml"));
    assertEquals(1, run("check units").status(), "a folder is no configuration");
    write("here/unitlint.toml", "a = '" + "x".repeat(1 << 20) + "'\n");
    assertEquals("unitlint: unitlint.toml:1:1: larger than a mebibyte\n", run("check units").err());
    Files.write(folder.resolve("here/unitlint.toml"), new byte[] {'#', (byte) 0xFF});
    assertEquals("unitlint: unitlint.toml:1:1: not UTF-8\n", run("check units").err());
    write("here/unitlint.toml", "baseline = \"a\\u0000b\"\n");
    var run = run("check units");
    assertEquals(3, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    write("here/unitlint.toml", "a=" + "[".repeat(100_000));
    assertEquals(2, run("check units").status());
    assertEquals(1, run("check units").err().lines().count());
  }

  @Test
  void baselinesHideWhatTheyWereWrittenFor() throws IOException {
    var written = run("check --write-baseline base/known.json units");
    assertEquals(3, written.status(), "there is no such folder");
    Files.createDirectories(folder.resolve("here/base"));
    assertEquals(
        "unitlint: cannot write base: is a directory\n",
        run("check --write-baseline base units").err());
    assertEquals(
        new Run(0, "", "unitlint: 3 findings written to base/known.json\n"),
        run("check --write-baseline base/known.json units"));
    try (var left = Files.list(folder.resolve("here/base"))) {
      assertEquals(1, left.count());
    }
    String text = Files.readString(folder.resolve("here/base/known.json"));
    assertTrue(text.contains("\"file\": \"../units/a.service\""), text);
    assertTrue(text.contains("\"count\": 2"), text);
    assertEquals(0, run("check --quiet --baseline base/known.json units").status());
    assertEquals("", run("check --quiet --baseline base/known.json units").out());
    var elsewhere = Run.in(folder, "check", "--baseline", "here/base/known.json", "here");
    assertEquals(0, elsewhere.status(), elsewhere.toString());
    write("here/units/a.service", "# a line above\n\n" + BAD + "Fo=1\n");
    var more = run("check --format gcc --quiet --baseline base/known.json units");
    assertEquals(1, more.out().lines().count(), more.out());
    assertEquals("", more.err());
    Files.delete(folder.resolve("here/units/a.service"));
    write("here/units/b.service", "[Service]\nExecStart=/bin/true\n");
    assertEquals(
        "unitlint: base/known.json: 3 findings are there no more; write it anew with"
            + " --write-baseline\n",
        run("check --quiet --baseline base/known.json units").err());
    assertEquals("", run("check --quiet --select D --baseline base/known.json units").err());
  }

  @Test
  void baselinesOfRootsNameTheirPaths() throws IOException {
    write("root/etc/systemd/system/a.service", BAD);
    write("root/bin/true", "");
    run("check --root ../root --write-baseline known.json");
    String text = Files.readString(folder.resolve("here/known.json"));
    assertTrue(text.contains("\"file\": \"etc/systemd/system/a.service\""), text);
    assertEquals("", run("check --root ../root --quiet --baseline known.json").out());
    assertEquals("", run("check ../root --quiet --baseline known.json").out());
  }

  @Test
  void hintsAreWrittenToBaselinesOnlyIfTheyAreShown() throws IOException {
    run("check --write-baseline known.json --severity ALL=hint units");
    assertTrue(Files.readString(folder.resolve("here/known.json")).contains("\"findings\": []"));
    run("check --write-baseline known.json --severity ALL=hint --hints units");
    assertEquals("", run("check --quiet --baseline known.json units").out());
  }

  @Test
  void filesOfOtherVersionsAreJudgedTogether() throws IOException {
    write("here/units/b/unitlint.toml", "target-version = 239\n");
    write(
        "here/units/b/b.service",
        "[Unit]\nWants=a.service\n[Service]\nExecStart=/a\nExitType=main\n");
    var run = run("check --format gcc --quiet --ignore U214,U104 units");
    assertEquals(
        "units/b/b.service:5:1: warning: `ExitType=` needs systemd 250 or newer [U106]\n",
        run.out());
  }
}
