package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.catalog.UnitType;
import org.unitlint.support.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Which files the hooks for pre-commit take; .ci/pre-commit runs them. */
class HooksTest {
  private static final Path MANIFEST =
      Path.of(System.getProperty("unitlint.basedir", "."), ".pre-commit-hooks.yaml");

  private static Map<String, Map<String, Object>> hooks = Map.of();

  @BeforeAll
  static void read() throws IOException {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    List<?> all = yaml.load(Files.readString(MANIFEST));
    hooks =
        all.stream()
            .map(Json::object)
            .collect(Collectors.toMap(h -> String.valueOf(h.get("id")), h -> h));
  }

  private static boolean takes(String path) {
    var files = String.valueOf(hooks.get("unitlint").get("files"));
    return Pattern.compile(files).matcher(path).find();
  }

  @Test
  void everyHookTakesTheSameFilesInOneProcess() {
    assertEquals(6, hooks.size());
    for (var hook : hooks.values()) {
      assertEquals(hooks.get("unitlint").get("files"), hook.get("files"));
      assertEquals(true, hook.get("require_serial"));
      boolean fixes = String.valueOf(hook.get("id")).contains("fix");
      assertEquals(fixes, String.valueOf(hook.get("entry")).endsWith(" check --fix"));
    }
  }

  @Test
  void everyTypeOfUnitIsTaken() {
    for (UnitType type : UnitType.values()) {
      var names =
          Stream.of("a.%s", "units/a.%s", "a/b c/d@.%s", "a@b.%s", "a.%s.in", "a.%s.d/b.conf")
              .map(n -> String.format(n, type.suffix()));
      names.forEach(n -> assertTrue(takes(n), n));
      assertTrue(takes("units/" + type.suffix() + ".d/all.conf"), type::suffix);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xinetd.conf",
        "etc/xinetd.conf",
        "xinetd.d/tftp",
        "etc/xinetd.d/my-service",
        "inetd.conf",
        "etc/inetd.conf",
        "-.mount",
        "units/dev-disk-by\\x2dlabel-data.swap",
        "units/multi-user.target.wants/a.service"
      })
  void theseAreTaken(String path) {
    assertTrue(takes(path), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service",
        "units/service",
        "units/.service",
        "a.services",
        "a.service.txt",
        "a.service.bak",
        "a.service.d/README",
        "a.service.d/sub/b.conf",
        "a.conf",
        "app.d/b.conf",
        "myservice.d/b.conf",
        "xinetd.conf.md",
        "myxinetd.conf",
        "xinetd.d/.gitkeep",
        "xinetd.d/sub/file",
        "inetd.conf.5",
        "src/main.path.java",
        "docs/a.timer.md"
      })
  void theseAreNot(String path) {
    assertFalse(takes(path), path);
  }
}
