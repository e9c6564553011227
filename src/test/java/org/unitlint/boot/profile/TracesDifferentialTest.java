package org.unitlint.boot.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.boot.profile.Verdict.Outcome;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Setup;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.OverlayTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/** Of the units that real boots came to, those are skipped which were skipped there. */
@Tag("differential")
class TracesDifferentialTest {
  private static final String COMMAND_LINE =
      "root=UUID=5f3c8c1e-0b1d-4a52-9a57-3f6b0c9d2a11 rw console=ttyS0 panic=-1";
  private static final Pattern UNMET =
      Pattern.compile(
          "]: (\\S+) - .*was skipped because of an unmet condition check \\((.*)\\)\\.");
  private static final String GENERATED = "/run/systemd/";

  @TestFactory
  Stream<DynamicTest> everyTrace() throws IOException {
    try (Stream<Path> files = Files.list(Shared.path("traces"))) {
      return files
          .filter(f -> f.toString().endsWith(".json") && !f.toString().contains(".durations."))
          .sorted()
          .map(f -> dynamicTest(f.getFileName().toString(), () -> trace(f)))
          .toList()
          .stream();
    }
  }

  private static void trace(Path file) throws IOException, InterruptedException {
    var trace = Json.object(Json.parse(Files.readString(file)));
    var machine = new Machine(tree(trace), Setup.machine(Scope.SYSTEM, 252));
    String virtualization = trace.get("virtualization").toString();
    var profile = Profile.of(machine).with("virtualization", virtualization);
    if (virtualization.equals("qemu")) {
      profile = profile.with("kernel-command-line", COMMAND_LINE);
    }
    var conditions = new Conditions(machine, profile);
    var expected = new TreeMap<String, String>();
    var found = new TreeMap<String, String>();
    var unmet = unmet(trace);
    int tested = 0;
    for (Object each : Json.list(trace.get("units"))) {
      var seen = Json.object(each);
      var unit = machine.unit(seen.get("name").toString());
      if (!(seen.get("condition_us") instanceof Number)
          || unit.filter(u -> u.isLoaded()).isEmpty()) {
        continue;
      }
      tested++;
      var verdict = conditions.verdict(unit.get());
      boolean skipped = seen.get("condition_result").equals(false);
      boolean refused = !skipped && seen.get("assert_result").equals(false);
      var outcome = skipped ? Outcome.SKIPPED : refused ? Outcome.ASSERT_FAILED : Outcome.STARTS;
      expected.put(unit.get().toString(), outcome.toString());
      found.put(unit.get().toString(), verdict.outcome().toString());
      String name = unit.get().toString();
      if (unmet.containsKey(name)) {
        assertEquals(unmet.get(name), verdict.setting().map(TracesDifferentialTest::said), name);
      }
      if (outcome != verdict.outcome()) {
        found.merge(unit.get().toString(), " " + verdict, String::concat);
      }
    }
    assertTrue(tested > 50, tested + " units");
    var differences = new ArrayList<String>();
    expected.forEach(
        (unit, outcome) -> {
          if (!outcome.equals(found.get(unit))) {
            differences.add(unit + " " + outcome + ", ours: " + found.get(unit));
          }
        });
    assertEquals(List.of(), differences);
  }

  /** The conditions which systemd named when it skipped units, of those that had to hold. */
  private static Map<String, Optional<String>> unmet(Map<String, Object> trace) {
    var unmet = new HashMap<String, Optional<String>>();
    for (Object event : Json.list(trace.get("events"))) {
      var message = UNMET.matcher(Json.object(event).get("message").toString());
      if (message.find()) {
        unmet.put(message.group(1), Optional.of(message.group(2)));
      }
    }
    return unmet;
  }

  private static String said(Setting setting) {
    return setting.name() + "=" + setting.text();
  }

  /** The tree that booted, with what its generators wrote. */
  private static FileTree tree(Map<String, Object> trace) throws IOException, InterruptedException {
    var laid = new HashMap<String, OverlayTree.Origin>();
    var names = trace.get("tree").toString().split("\\+");
    for (int i = 1; i < names.length; i++) {
      lay(Shared.tree(names[i]), laid);
    }
    var generated = new MemoryTree();
    for (Object each : Json.list(trace.get("generated"))) {
      var entry = Json.object(each);
      String path = GENERATED + entry.get("path");
      if (entry.get("link") != null) {
        generated.link(path, entry.get("link").toString());
      } else {
        generated.file(path, entry.get("text").toString());
      }
      laid.put(path, new OverlayTree.Origin(generated, path));
    }
    return new OverlayTree(new DiskTree(Shared.tree(names[0])), laid);
  }

  private static void lay(Path folder, Map<String, OverlayTree.Origin> laid) throws IOException {
    var tree = new DiskTree(folder);
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(p -> !Files.isDirectory(p) || Files.isSymbolicLink(p))
          .map(p -> "/" + folder.relativize(p))
          .forEach(p -> laid.put(p, new OverlayTree.Origin(tree, p)));
    }
  }
}
