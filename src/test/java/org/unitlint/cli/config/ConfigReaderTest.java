package org.unitlint.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.diagnostic.Severity;

/** What a {@code unitlint.toml} may hold, and what is said about one that holds something else. */
class ConfigReaderTest {
  private static ConfigFile read(String text) throws ConfigProblem {
    return ConfigReader.read("unitlint.toml", "/home/mia/units", text);
  }

  @Test
  void emptyFilesSayNothing() throws ConfigProblem {
    var file = read("# nothing yet\n");
    assertEquals(Layer.EMPTY, file.layer());
    assertEquals(List.of(), file.overrides());
    assertEquals(Optional.empty(), file.targetVersion());
    assertEquals(Optional.empty(), file.baseline());
  }

  @Test
  void valuesKnowTheirLines() throws ConfigProblem {
    var file =
        read(
            """
            select = [
              "U2", "S",
            ]
            target-version = "debian-12"
            hints = true
            fail-on = "info"
            baseline = "base.json"
            [severity]
            oneshot-restart = "off"
            """);
    assertEquals(1, file.layer().select().orElseThrow().line());
    assertEquals(2, file.layer().select().orElseThrow().value().size());
    assertEquals(new Entry<>(252, 4), file.targetVersion().orElseThrow());
    assertEquals(new Entry<>(true, 5), file.hints().orElseThrow());
    assertEquals(new Entry<>(Severity.INFO, 6), file.failOn().orElseThrow());
    assertEquals(new Entry<>("base.json", 7), file.baseline().orElseThrow());
    assertEquals(9, file.layer().severity().values().iterator().next().line());
    assertEquals(252, read("target-version = 252").targetVersion().orElseThrow().value());
    assertEquals(252, read("target-version = '252'").targetVersion().orElseThrow().value());
  }

  @Test
  void overridesHoldForTheirPaths() throws ConfigProblem {
    var file =
        read(
            """
            [[overrides]]
            paths = ["old/**"]
            [[overrides]]
            paths = ["*.timer", "/etc/systemd"]
            """);
    assertEquals(List.of(1), lines(file, "/home/mia/units/old/a.service", ""));
    assertEquals(List.of(1, 3), lines(file, "/home/mia/units/old/a.timer", ""));
    assertEquals(List.of(), lines(file, "/home/mia/old/a.service", ""));
    assertEquals(List.of(), lines(file, "/home/mia/units/a.service", ""));
    assertEquals(List.of(3), lines(file, "/etc/systemd/system/a.service", ""));
    assertEquals(List.of(3), lines(file, "/image/etc/systemd/a.service", "/etc/systemd/a.service"));
    assertEquals(List.of(1), lines(file, "/image/old/a.service", "/old/a.service"));
  }

  private static List<Integer> lines(ConfigFile file, String path, String inRoot) {
    var root = Optional.of(inRoot).filter(r -> !r.isEmpty());
    return file.overrides(path, root).stream().map(PathLayer::line).toList();
  }

  @Test
  void whatIsKnownIsKnown() throws ConfigProblem {
    var known =
        read("""
        known.units = ["redis*.service", "a@*.service"]
        known.executables = ["/opt/*/bin/*", "till"]
        known.directives = ["Colour", "Service.Shade"]
        """)
            .known();
    assertTrue(known.units().test("redis-1.service"));
    assertTrue(known.units().test("a@b.service"));
    assertFalse(known.units().test("my-redis.service"));
    assertTrue(known.executables().test("/opt/a/bin/b"));
    assertTrue(known.executables().test("/usr/bin/till"));
    assertTrue(known.executables().test("till"));
    assertFalse(known.executables().test("/opt/a/b"));
    assertFalse(known.executables().test("/srv/till/b"));
    assertTrue(known.directives().test("Unit", "Colour"));
    assertTrue(known.directives().test("Service", "Shade"));
    assertFalse(known.directives().test("Unit", "Shade"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "selct = []|1:1: unknown key `selct`; did you mean `select`?",
        "zzz = 1|1:1: unknown key `zzz`",
        "'hints = true\nhints = true'|2:1: hints previously defined at line 1, column 1",
        "select = 'U2'|1:1: `select` must be a list of strings",
        "select = ['U2', 5]|1:17: `select` must be a list of strings",
        "select = ['']|1:11: there is no rule ``",
        "select = ['u214']|1:11: there is no rule `u214`; did you mean `U214`?",
        "ignore = ['onshot-restart']|1:11: there is no rule `onshot-restart`; did you mean"
            + " `oneshot-restart`?",
        "severity = 'off'|1:1: `severity` must be a table",
        "severity.U214 = 'eror'|1:1: `eror` is no severity: error, warning, info, hint or off;"
            + " did you mean `error`?",
        "severity.U214 = 3|1:1: `severity.U214` must be a string",
        "severity.U9 = 'off'|1:1: there is no rule `U9`",
        "overrides = 1|1:1: `overrides` must be a list of tables: write [[overrides]]",
        "overrides = [1]|1:1: `overrides` must be a list of tables: write [[overrides]]",
        "[[overrides]]|1:1: an override needs `paths`",
        "'[[overrides]]\npaths = [\"[a\"]'|2:10: `[a` is no pattern: `[` and what belongs to it"
            + " do not make a set",
        "'[[overrides]]\nhints = true'|2:1: unknown key `overrides.hints`",
        "target-version = 0|1:1: `0` is neither a version of systemd, such as 252, nor a"
            + " distribution, such as debian-12",
        "target-version = 'debian12'|1:1: `debian12` is neither a version of systemd, such as"
            + " 252, nor a distribution, such as debian-12; did you mean `debian-12`?",
        "target-version = true|1:1: `target-version` must be a number or a string",
        "hints = 1|1:1: `hints` must be true or false",
        "fail-on = 'off'|1:1: `off` is no severity: error, warning, info or hint",
        "known.unit = []|1:1: unknown key `known.unit`; did you mean `known.units`?",
        "known.units = ['']|1:16: an empty pattern matches nothing",
        "known.directives = ['a b']|1:21: `a b` is no directive: write `Name` or `Section.Name`",
        "baseline = ['a']|1:1: `baseline` must be a string",
      })
  void mistakesAreNamed(String text, String said) {
    var problem = assertThrows(ConfigProblem.class, () -> read(text));
    assertEquals(said, problem.line() + ":" + problem.column() + ": " + problem.getMessage());
  }
}
