package org.unitlint.boot.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.support.Json;

/** What we read of recorded boots is what another program read of them. */
@Tag("differential")
class RecordingDifferentialTest {
  /** What made the recording was taken out of the JSON. */
  private static final String COLLECTOR = "boot-collect.service";

  @TestFactory
  Stream<DynamicTest> everyUnitOfEveryBoot() {
    return Traces.NAMES.stream().map(n -> dynamicTest(n, () -> compare(n)));
  }

  private static void compare(String trace) throws IOException, InterruptedException {
    var json = Traces.json(trace);
    var recording =
        Recording.parse(Traces.raw(trace, "manager.txt") + "\n" + Traces.raw(trace, "show.txt"));
    assertEquals(List.of(), recording.problems());
    assertEquals(number(json, "total_us"), OptionalLong.of(recording.totalMicros()));
    assertEquals(json.get("default_target"), recording.target().orElse(""));
    var manager = recording.manager().orElseThrow();
    assertEquals(json.get("virtualization"), manager.virtualization());
    assertEquals(
        Json.list(json.get("units_load_us")).get(1).toString(),
        String.valueOf(manager.loadedMicros().orElseThrow()));
    var names = new TreeSet<String>(List.of(COLLECTOR));
    var started = new TreeSet<String>(List.of(COLLECTOR));
    for (Object unit : Json.list(json.get("units"))) {
      var fields = Json.object(unit);
      String name = fields.get("name").toString();
      names.add(name);
      if ((Boolean) fields.get("started_during_boot")) {
        started.add(name);
      }
      compare(name, fields, recording.units().get(name));
    }
    assertEquals(names, recording.units().keySet());
    var ours = new TreeSet<String>(List.of(COLLECTOR));
    recording.started().forEach(u -> ours.add(u.name()));
    assertEquals(started, ours);
  }

  private static void compare(String name, Map<String, Object> fields, RecordedUnit unit) {
    assertEquals(number(fields, "inactive_exit_us"), unit.startedMicros(), name);
    assertEquals(number(fields, "active_enter_us"), unit.upMicros(), name);
    assertEquals(number(fields, "active_exit_us"), unit.leftMicros(), name);
    assertEquals(number(fields, "inactive_enter_us"), unit.downMicros(), name);
    assertEquals(number(fields, "activation_us"), unit.activationMicros(), name);
    assertEquals(number(fields, "condition_us"), unit.checkedMicros(), name);
    assertEquals(fields.get("condition_result"), unit.conditionHeld(), name);
    assertEquals(fields.getOrDefault("result", ""), unit.states().result().orElse(""), name);
    assertEquals(fields.get("load"), unit.states().load(), name);
    assertEquals(fields.get("active"), unit.states().active(), name);
    assertEquals(fields.get("sub"), unit.states().sub(), name);
  }

  private static OptionalLong number(Map<String, Object> fields, String name) {
    var value = fields.get(name);
    return value instanceof Number n ? OptionalLong.of(n.longValue()) : OptionalLong.empty();
  }

  @TestFactory
  Stream<DynamicTest> withoutTheManagerTheEndIsFoundAllTheSame() {
    return Traces.NAMES.stream().map(n -> dynamicTest(n, () -> unitsOnly(n)));
  }

  private static void unitsOnly(String trace) throws IOException, InterruptedException {
    var whole =
        Recording.parse(Traces.raw(trace, "manager.txt") + "\n" + Traces.raw(trace, "show.txt"));
    var units = Recording.parse(Traces.raw(trace, "show.txt"));
    long missing = whole.firstStartMicros();
    long total = units.totalMicros() + missing;
    assertTrue(units.manager().isEmpty());
    assertEquals(whole.activations(), units.activations());
    assertEquals(whole.totalMicros(), total, whole.totalMicros() / 100.0);
  }
}
