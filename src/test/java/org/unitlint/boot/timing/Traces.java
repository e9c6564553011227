package org.unitlint.boot.timing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/** Boots that were recorded: what systemd said, and what a program made of that. */
final class Traces {
  static final List<String> NAMES =
      List.of("minimal", "minimal-container", "lab-01", "lab-02", "lab-03", "lab-04");

  private Traces() {}

  /** The text of a file of the raw archive. */
  static String raw(String trace, String file) throws IOException, InterruptedException {
    var archive = Shared.path("traces/" + trace + ".raw.tar.xz").toString();
    var into = Files.createDirectories(Path.of("target", "traces", trace));
    if (!Files.exists(into.resolve("state"))) {
      Shared.run(List.of("tar", "xJf", archive, "-C", into.toString()));
    }
    try (var found = Files.walk(into)) {
      return Files.readString(
          found.filter(p -> p.endsWith(file)).sorted().findFirst().orElseThrow());
    }
  }

  /** The trace's JSON. */
  static Map<String, Object> json(String trace) throws IOException {
    return Json.object(Json.parse(Files.readString(Shared.path("traces/" + trace + ".json"))));
  }
}
