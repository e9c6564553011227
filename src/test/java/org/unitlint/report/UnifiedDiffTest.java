package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.source.Utf8;
import org.unitlint.support.Shared;

/** Differences are as other programs write them, and those take them. */
class UnifiedDiffTest {
  @TempDir Path folder;

  private static String diff(String name, String before, String after) throws IOException {
    var out = new StringWriter();
    UnifiedDiff.write(name, before, after, out);
    return out.toString();
  }

  @Test
  void linesAreShownWithThoseAround() throws IOException {
    assertEquals(
        """
        --- a.service
        +++ a.service
        @@ -2,5 +2,5 @@
         b
         c
         d
        -e
        +E
         f
        \\ No newline at end of file
        """,
        diff("a.service", "a\nb\nc\nd\ne\nf", "a\nb\nc\nd\nE\nf"));
  }

  @Test
  void aLineEndAtTheEndCounts() throws IOException {
    assertEquals(
        """
        --- a
        +++ a
        @@ -1,1 +1,1 @@
        -x
        \\ No newline at end of file
        +x
        """,
        diff("a", "x", "x\n"));
  }

  @Test
  void sameTextsAreNoDifference() throws IOException {
    assertEquals("", diff("a", "x\n", "x\n"));
    assertEquals("", diff("a", "", ""));
  }

  @Test
  void oddNamesAreQuoted() throws IOException {
    assertEquals("--- a\\x2db", diff("a\\x2db", "x", "y").lines().findFirst().orElseThrow());
    assertEquals("--- a b\t", diff("a b", "x", "y").lines().findFirst().orElseThrow());
    assertEquals("--- \"a\\012\\\"b\"", diff("a\n\"b", "x", "y").lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @Tag("differential")
  @ValueSource(
      strings = {
        "a.service",
        "a b.service",
        "a\\x2db.mount",
        "\u00e9 \u00e9.service",
        "a@.d/x y.conf"
      })
  void otherProgramsTakeThem(String name) throws IOException, InterruptedException {
    Shared.needsProgram("/usr/bin/patch");
    Shared.needsProgram("/usr/bin/git");
    var random = new Random(252);
    for (int i = 0; i < 15; i++) {
      String before = text(random, i % 3 == 0 ? "\r\n" : "\n");
      String after = changed(before, random);
      if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
        continue;
      }
      String diff = diff(name, before, after);
      var patch = Files.write(folder.resolve("patch"), Utf8.encode(diff));
      for (String command :
          List.of("patch -p0 --no-backup-if-mismatch --force -s -i", "git apply -p0")) {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, Utf8.encode(before));
        String line = "cd '%s' && %s '%s'".formatted(folder, command, patch);
        Shared.run(List.of("sh", "-c", line));
        assertArrayEquals(Utf8.encode(after), Files.readAllBytes(file), diff);
      }
    }
  }

  private static String text(Random random, String end) {
    var text = new StringBuilder(random.nextInt(3) == 0 ? "\uFEFF" : "");
    for (int n = random.nextInt(30); n > 0; n--) {
      String line =
          List.of("", "a=b", "# caf\uDCE9", "[Unit]", "-x", "+y", "@@ z").get(random.nextInt(7));
      text.append(line).append(end);
    }
    return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
  }

  private static String changed(String text, Random random) {
    var changed = new StringBuilder(text);
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = random.nextInt(changed.length() + 1);
      changed.insert(at, List.of("x", "\n", "y=\uDCFF\nz", "").get(random.nextInt(4)));
      if (changed.length() > at + 3) {
        changed.delete(at, at + random.nextInt(3));
      }
    }
    return changed.toString();
  }
}
