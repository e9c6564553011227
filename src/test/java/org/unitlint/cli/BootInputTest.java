package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.source.Utf8;
import org.unitlint.support.Json;
import org.unitlint.support.Run;

/** Whatever {@code boot} is given: one line or an answer, the right exit status, no stack trace. */
class BootInputTest {
  private static final String SERVICE = "[Service]\nExecStart=/bin/true\n";
  private static final String ESCAPE = "\u001B[31mred\u0007";

  @TempDir Path folder;

  private Path units;

  @BeforeEach
  void makeRoot() throws IOException {
    units = Files.createDirectories(folder.resolve("root/etc/systemd/system"));
    unit("default.target", "[Unit]\nWants=a.service b.service esc.service gone.service\n");
    unit("sysinit.target", "[Unit]\nDefaultDependencies=no\n");
    unit("rescue.target", "[Unit]\nAllowIsolate=yes\n");
    unit("a.service", "[Unit]\nAfter=b.service\n" + SERVICE);
    unit("b.service", SERVICE);
    unit("t@.service", SERVICE);
    unit("masked.service", "");
    unit("esc.service", "[Unit]\nConditionPathExists=/" + ESCAPE + "\n" + SERVICE);
    Files.createSymbolicLink(units.resolve("alias.service"), Path.of("a.service"));
  }

  private void unit(String name, String text) throws IOException {
    Files.writeString(units.resolve(name), text);
  }

  private Run boot(String... words) {
    var all = new ArrayList<>(List.of("boot", "--root", "root"));
    all.addAll(Arrays.asList(words));
    var run = Run.in(folder, all.toArray(String[]::new));
    String said = run.out() + run.err();
    assertFalse(said.contains("Exception") || said.contains("internal error"), run.toString());
    assertFalse(run.out().contains("\u001B"), run.toString());
    return run;
  }

  private DynamicTest refused(int status, String expected, String... words) {
    return dynamicTest(
        String.join(" ", words).replaceAll("\\p{Cntrl}", "?"),
        () -> {
          var run = boot(words);
          assertEquals(status, run.status(), run.toString());
          assertEquals("", run.out());
          assertEquals(1, run.err().lines().count(), run.toString());
          assertTrue(run.err().contains(expected), run.toString());
        });
  }

  @TestFactory
  Stream<DynamicTest> whatCannotBe() {
    return Stream.of(
        refused(2, "is no length of time", "--duration", "a=soon"),
        refused(2, "is no length of time", "--duration", "a="),
        refused(2, "is too long", "--duration", "a=infinity"),
        refused(2, "is too long", "--duration", "*=290000y"),
        refused(2, "--duration cannot be", "--duration", "=5"),
        refused(2, "--duration cannot be", "--duration", "a"),
        refused(3, "there is no unit `nobody.service`", "--duration", "nobody=5"),
        refused(2, "--speed cannot be", "--speed", "a=0"),
        refused(2, "--speed cannot be", "--speed", "a=-2x"),
        refused(2, "--speed cannot be", "--speed", "a=NaN"),
        refused(2, "--speed cannot be", "--speed", "a=1e-320"),
        refused(2, "--speed cannot be", "--speed", "a=x"),
        refused(2, "--drop-edge cannot be", "--drop-edge", "a"),
        refused(2, "neither waits for the other", "--drop-edge", "a:a"),
        refused(2, "neither waits for the other", "--drop-edge", "b:esc"),
        refused(3, "is there, but has no part in it", "--fail", "masked"),
        refused(2, "cannot be the name of a unit", "--drop-edge", "a:"),
        refused(3, "no unit matches", "--fail", "zz*"),
        refused(3, "there is no unit `zz.service`", "--fail", "zz"),
        refused(3, "there is no unit `zz.service`", "--without", "a,zz"),
        refused(3, "there is no unit `zz.service`", "--active", "zz"),
        refused(3, "there is no unit `gone.service`", "--active", "gone"),
        refused(3, "there is no unit `zz.service`", "--from", "zz"),
        refused(2, "cannot be started", "--from", "masked"),
        refused(2, "name an instance", "--from", "t@"),
        refused(2, "--cpus cannot be", "--cpus", "0"),
        refused(2, "--runs cannot be", "--runs", "-1"),
        refused(2, "--mode cannot be", "--mode", "quick"),
        refused(2, "--job cannot be", "--job", "jump"),
        refused(2, "unknown fact", "--assume", "weather=fine"),
        refused(2, "nothing follows", "--assume", "path:=x"),
        refused(2, "name an instance", "t@"),
        refused(2, "cannot be the name of a unit", "<script>"),
        refused(2, "may be several", "a*"),
        refused(2, "one unit is needed", "a", "b"),
        refused(3, "there is no unit", "nobody"),
        refused(3, "cannot read", "--timings", "none.txt"),
        refused(3, "cannot read", "--recorded", "root"),
        refused(3, "cannot read", "--profile", "none.txt"));
  }

  @TestFactory
  Stream<DynamicTest> filesOfGarbage() {
    return Stream.of(
            "",
            "\0\0\0",
            "\uDC80\uDCFF=\uDC80",
            "{",
            "[",
            "[{}]",
            "[[[[",
            "{\"a.service\":".repeat(5_000),
            "{\"a.service\": 1e308}",
            "{\"a.service\": -1}",
            "[{\"name\":\"a.service\",\"time\":9223372036854775807}]",
            "99999999999999999999h a.service\n",
            "5s\n5s\n",
            "Id=" + "a".repeat(1_000_000) + "\n",
            "Id=a.service\nInactiveExitTimestampMonotonic=9223372036854775807\n"
                + "ActiveEnterTimestampMonotonic=-9223372036854775808\n",
            "Id=" + ESCAPE + "\n",
            "virtualization=" + ESCAPE + "\n",
            "=\n",
            "\u2028\u2029\r\r\n")
        .flatMap(
            text ->
                Stream.of("--timings", "--recorded", "--profile")
                    .map(option -> dynamicTest(name(option, text), () -> garbage(option, text))));
  }

  private static String name(String option, String text) {
    String start = text.substring(0, Math.min(30, text.length()));
    return option + " " + start.replaceAll("[^\\x20-\\x7e]", "?");
  }

  private void garbage(String option, String text) throws IOException {
    Files.write(folder.resolve("garbage"), Utf8.encode(text));
    var run = boot(option, "garbage");
    assertTrue(run.status() <= 3, run.toString());
    assertTrue(run.status() != 2 && run.status() != 3 || run.out().isEmpty(), run.toString());
    assertFalse(run.err().contains("\u001B"), run.toString());
  }

  @Test
  void aliasesNameTheirUnitInEveryOption() {
    for (String option : List.of("--fail", "--without", "--active")) {
      assertEquals(boot(option, "a").out(), boot(option, "alias").out(), option);
    }
    assertEquals(boot("--duration", "a=9s").out(), boot("--duration", "alias=9s").out());
    assertEquals(boot("--speed", "a=2").out(), boot("--speed", "alias=2").out());
    assertEquals(boot("--drop-edge", "a:b").out(), boot("--drop-edge", "b:alias").out());
    assertEquals(boot("a").out(), boot("alias").out());
  }

  @Test
  void theLongestTimesStillHaveASum() throws IOException {
    var run = boot("--duration", "*=3y", "--runs", "3", "--cpus", "1", "--format", "json");
    var boot = Json.object(Json.parse(run.out()));
    for (String field : List.of("totalMicros", "sequentialMicros")) {
      assertTrue(((Number) boot.get(field)).longValue() > 0, field);
    }
  }

  @Test
  void theRescueTargetIsStartedInsteadOfTheDefaultOnly() throws IOException {
    unit("default.target", "");
    var run = boot();
    assertTrue(run.err().contains("systemd starts rescue.target instead"), run.toString());
    assertTrue(run.out().startsWith("rescue.target: "), run.toString());
    var named = boot("masked");
    assertEquals(1, named.status());
    assertTrue(named.out().contains("`masked.service` is masked"), named.toString());
  }

  @Test
  void theMachineIsToldAsItIs() throws IOException {
    Files.delete(units.resolve("default.target"));
    Files.delete(units.resolve("rescue.target"));
    var run = boot();
    assertEquals(1, run.status());
    assertTrue(run.out().contains("`default.target` does not exist"), run.toString());
  }

  @Test
  void aTemplateNeedsAnInstance() {
    var run = Run.in(folder, "boot", "root/etc/systemd/system/t@.service");
    assertEquals(2, run.status(), run.toString());
    assertTrue(run.err().contains("name an instance"), run.toString());
  }

  @Test
  void whatNeverEndsIsNotRead() {
    if (Files.exists(Path.of("/dev/zero"))) {
      var run = boot("--timings", "/dev/zero");
      assertEquals(3, run.status(), run.toString());
      assertTrue(run.err().contains("more than 128 MiB"), run.toString());
    }
  }
}
