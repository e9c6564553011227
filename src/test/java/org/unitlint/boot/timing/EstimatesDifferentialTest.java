package org.unitlint.boot.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.DiskTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/** What we read as sleeps of invented services is what their maker meant them to sleep. */
@Tag("differential")
class EstimatesDifferentialTest {
  @TestFactory
  Stream<DynamicTest> everyLab() {
    return Stream.of("lab-01", "lab-02", "lab-03", "lab-04")
        .map(n -> dynamicTest(n, () -> compare(n)));
  }

  private static void compare(String lab) throws IOException, InterruptedException {
    var file = Shared.path("traces/" + lab + ".durations.json");
    var json = Json.object(Json.parse(Files.readString(file)));
    var machine = new Machine(new DiskTree(Shared.tree(lab)), Setup.machine(Scope.SYSTEM, 252));
    var estimates = Estimates.of(machine);
    var theirs = new TreeMap<String, Long>();
    var ours = new TreeMap<String, Long>();
    for (var entry : Json.object(json.get("start_takes_s")).entrySet()) {
      double seconds = Double.parseDouble(entry.getValue().toString());
      theirs.put(entry.getKey(), Math.round(seconds * 1e6));
      ours.put(
          entry.getKey(), estimates.of(machine.unit(entry.getKey()).orElseThrow()).sleepMicros());
    }
    assertEquals(List.copyOf(theirs.entrySet()), List.copyOf(ours.entrySet()));
  }
}
