package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/environment.md tells every variable that the sources read, and no other. */
class EnvironmentPageTest {
  private static final Path BASE = Path.of(System.getProperty("unitlint.basedir", "."));

  /** A variable that Java reads, by any of the ways that the sources have. */
  private static final Pattern IN_JAVA =
      Pattern.compile(
          "(?:getenv|environment(?:\\(\\))?\\s*\\.\\s*(?:get|getOrDefault|containsKey|putIfAbsent)"
              + "|isSet|size)\\(\\s*\"([A-Z][A-Z_]+)\"");

  private static final Pattern IN_SHELL =
      Pattern.compile("\\$\\{?([A-Z][A-Z_]+)|export ([A-Z_]+)=");
  private static final Pattern OURS = Pattern.compile("\\b(UNITLINT_[A-Z_]+)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[A-Z].*?) \\|");
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Z_]+)`");

  /** What a shell has of itself. */
  private static final List<String> SHELLS_OWN = List.of("PWD", "PPID", "PATH");

  private static TreeSet<String> found(Pattern pattern, Path file) throws IOException {
    var names = new TreeSet<String>();
    pattern
        .matcher(Files.readString(file))
        .results()
        .forEach(m -> names.add(m.group(1) != null ? m.group(1) : m.group(2)));
    return names;
  }

  private static TreeSet<String> read() throws IOException {
    var names = new TreeSet<String>();
    try (var files = Files.walk(BASE.resolve("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        names.addAll(found(IN_JAVA, file));
      }
    }
    names.addAll(found(IN_SHELL, BASE.resolve("bin/unitlint")));
    try (var scripts = Files.list(BASE.resolve(".ci"))) {
      for (Path script : scripts.toList()) {
        names.addAll(found(OURS, script));
      }
    }
    names.removeAll(SHELLS_OWN);
    return names;
  }

  @Test
  void everyVariableIsThere() throws IOException {
    var told = new TreeSet<String>();
    ROW.matcher(Files.readString(BASE.resolve("docs/environment.md")))
        .results()
        .forEach(r -> NAME.matcher(r.group(1)).results().forEach(n -> told.add(n.group(1))));
    assertTrue(told.contains("UNITLINT_PAGER"), told::toString);
    assertEquals(String.join("\n", read()), String.join("\n", told));
  }
}
