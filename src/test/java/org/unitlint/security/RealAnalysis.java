package org.unitlint.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/** What the installed systemd says of how exposed services are. */
final class RealAnalysis {
  private static final String PROGRAM = "/usr/bin/systemd-analyze";
  private static final Pattern OVERALL =
      Pattern.compile("Overall exposure level for (\\S+): ([0-9]+\\.[0-9]) ([A-Z]+)");

  private RealAnalysis() {}

  /** The program must be there, and of the version that we compare with. */
  static void needed() throws IOException, InterruptedException {
    Shared.needsProgram(PROGRAM);
    Shared.needsProgram("/usr/lib/systemd/systemd");
  }

  /**
   * The exposures of those of the units that systemd can load, by name, each as lines: the exposure
   * and one for each check.
   */
  static Map<String, List<String>> of(Path root, Collection<String> units, String... options)
      throws IOException, InterruptedException {
    var names = new ArrayList<String>();
    var told = new TreeMap<String, List<String>>();
    var overall = OVERALL.matcher(run(root, units, List.of(options)));
    while (overall.find()) {
      names.add(overall.group(1));
      told.put(
          overall.group(1), new ArrayList<>(List.of(overall.group(2) + " " + overall.group(3))));
    }
    var json = new ArrayList<>(List.of(options));
    json.add("--json=short");
    var arrays = run(root, units, json).lines().filter(l -> l.startsWith("[")).toList();
    assertEquals(names.size(), arrays.size());
    for (int i = 0; i < arrays.size(); i++) {
      var lines = new TreeMap<String, String>();
      for (Object row :
          Json.list(Json.parse(arrays.get(i).replace("18446744073709551615", "-1")))) {
        var check = new LinkedHashMap<>(Json.object(row));
        lines.put(String.valueOf(check.get("name")), line(check));
      }
      told.get(names.get(i)).addAll(lines.values());
    }
    return told;
  }

  private static String line(Map<String, Object> check) {
    return String.join(
        " ",
        String.valueOf(check.get("name")),
        String.valueOf(check.get("json_field")),
        "set=" + check.get("set"),
        "weight=" + check.get("weight"),
        "badness=" + check.get("badness"),
        "range=" + check.get("range"),
        "exposure=" + check.get("exposure"));
  }

  /** Ours in the same form. */
  static List<String> lines(Exposure exposure) {
    var lines = new TreeMap<String, String>();
    for (Outcome outcome : exposure.outcomes()) {
      var check = new LinkedHashMap<String, Object>();
      check.put("name", outcome.check().id());
      check.put("json_field", outcome.check().field());
      check.put("set", outcome.applies() ? outcome.isPassed() : "");
      check.put("weight", outcome.weight());
      check.put("badness", outcome.badness().orElse(-1));
      check.put("range", outcome.range());
      check.put("exposure", outcome.isFailed() ? Exposure.text(exposure.tenths(outcome)) : "");
      lines.put(outcome.check().id(), line(check));
    }
    var all = new ArrayList<>(List.of(Exposure.text(exposure.tenths()) + " " + exposure.rating()));
    all.addAll(lines.values());
    return all;
  }

  private static String run(Path root, Collection<String> units, List<String> options)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                "/usr/bin/env",
                "SYSTEMD_ANALYZE_DEBUG=1",
                "SYSTEMD_COLORS=0",
                PROGRAM,
                "security",
                "--no-pager",
                "--offline=true",
                "--root=" + root.toAbsolutePath()));
    command.addAll(options);
    command.addAll(units);
    var process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
