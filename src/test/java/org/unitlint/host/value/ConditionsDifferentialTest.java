package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.MemoryTree;
import org.unitlint.support.Shared;

/**
 * The conditions that {@code systemd-analyze condition} cannot make sense of are those with a flaw.
 *
 * <p>The values of {@code conditions-samples.tsv} are tried, and others made from them by small
 * changes. {@code -Dunitlint.values=N} makes N of each condition, {@code -Dunitlint.seed=N} makes
 * others.
 */
@Tag("differential")
class ConditionsDifferentialTest {
  private static final int VALUES = Integer.getInteger("unitlint.values", 60);
  private static final long SEED = Long.getLong("unitlint.seed", 1);
  private static final int AT_ONCE = 100;
  private static final String SIGNS = " -+<=>!$:/.,*%0159kKMG\"'\\()x_";

  /** A comparison that does not hold keeps systemd from looking at the rest. */
  private static final Set<String> LEFT_OFF =
      Set.of("ConditionKernelVersion", "ConditionOSRelease");

  private static final Pattern RESULT =
      Pattern.compile(
          "test\\.service: (?:(Couldn't determine result for) )?(Condition\\w+=.*?)"
              + "(?: (?:succeeded|failed)\\.|, assuming failed: .*)",
          Pattern.DOTALL);

  @Test
  void sameValuesAreWrong() throws Exception {
    Shared.needsProgram("/usr/bin/systemd-analyze");
    var random = new Random(SEED);
    var wrong = new ArrayList<String>();
    for (var entry : samples().entrySet()) {
      var values = values(entry.getValue(), random);
      for (int i = 0; i < values.size(); i += AT_ONCE) {
        var some = values.subList(i, Math.min(values.size(), i + AT_ONCE));
        wrong.addAll(disagreements(entry.getKey(), some));
      }
    }
    assertEquals(List.of(), wrong, () -> wrong.size() + "\n" + String.join("\n", wrong));
  }

  private static Map<String, List<String>> samples() throws IOException {
    var samples = new TreeMap<String, List<String>>();
    try (var in = ConditionsDifferentialTest.class.getResourceAsStream("conditions-samples.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] cells = line.split("\t", 2);
        samples.computeIfAbsent(cells[0], k -> new ArrayList<>()).add(cells[1]);
      }
    }
    return samples;
  }

  /** The samples themselves, then changes of them. */
  private static List<String> values(List<String> seeds, Random random) {
    var values = new LinkedHashSet<String>(seeds);
    for (int i = 0; values.size() < VALUES && i < VALUES * 20; i++) {
      String value = seeds.get(random.nextInt(seeds.size()));
      int at = random.nextInt(value.length() + 1);
      int end = Math.min(value.length(), at + 1);
      String sign = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
      values.add(
          switch (random.nextInt(4)) {
            case 0 -> value.substring(0, at) + value.substring(end);
            case 1 -> value.substring(0, at) + sign + value.substring(at);
            case 2 -> value.substring(0, at) + sign + value.substring(end);
            default -> value + " " + seeds.get(random.nextInt(seeds.size()));
          });
    }
    values.removeIf(
        v ->
            !v.strip().equals(v)
                || v.isEmpty()
                || v.endsWith("\\")
                || "!|".indexOf(v.charAt(0)) >= 0);
    return List.copyOf(values);
  }

  private static List<String> disagreements(String directive, List<String> values)
      throws Exception {
    var theirs = theirs(directive, values);
    var ours = ours(directive, values);
    var wrong = new ArrayList<String>();
    for (String value : values) {
      var said = theirs.get(directive + "=|" + value);
      boolean flawed = ours.getOrDefault(value, false);
      boolean sliced = directive.endsWith("Pressure") && value.indexOf(':') >= 0;
      boolean lax = LEFT_OFF.contains(directive) || sliced;
      if (said != null && (said ? !flawed : flawed && !lax)) {
        wrong.add(directive + "=" + value + (said ? ": an error for systemd" : ": a flaw here"));
      }
    }
    return wrong;
  }

  /** Whether each condition is an error; one that specifiers change is left out. */
  private static Map<String, Boolean> theirs(String directive, List<String> values)
      throws Exception {
    var command = new ArrayList<>(List.of("/usr/bin/systemd-analyze", "condition"));
    values.forEach(v -> command.add(directive + "=|" + v));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    var said = new LinkedHashMap<String, Boolean>();
    for (String line : text.split("\n")) {
      var result = RESULT.matcher(line);
      if (result.matches()) {
        said.put(result.group(2), result.group(1) != null);
      }
    }
    return said;
  }

  private static Map<String, Boolean> ours(String directive, List<String> values) {
    var lines = new StringBuilder("[Unit]\n");
    values.forEach(v -> lines.append(directive).append("=|").append(v).append('\n'));
    var tree = new MemoryTree().file("/etc/systemd/system/test.service", lines.toString());
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 252));
    Unit unit = machine.unit("test.service").orElseThrow();
    var read = machine.values();
    var flawed = new LinkedHashMap<String, Boolean>();
    for (var setting : unit.settings().all()) {
      flawed.put(
          setting.text().substring(1),
          read.read(setting, unit.name()).flaws().stream()
              .anyMatch(f -> f.effect() == Effect.LATE || f.effect().refuses()));
    }
    return flawed;
  }
}
