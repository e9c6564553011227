package org.unitlint.host;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.support.Json;

/** How units were loaded, in a line each, by systemd or by us: state, names, fragment, drop-ins. */
final class LoadDump {
  private LoadDump() {}

  /** What systemd's own dump says, as JSON of the oracle. */
  static Map<String, String> of(String json) throws IOException {
    var lines = new TreeMap<String, String>();
    for (var entry : Json.object(Json.object(Json.parse(json)).get("units")).entrySet()) {
      var unit = Json.object(entry.getValue());
      var names =
          new TreeSet<>(Json.list(unit.get("names")).stream().map(Object::toString).toList());
      lines.put(
          entry.getKey(),
          unit.get("load_state")
              + " "
              + names
              + " "
              + unit.get("fragment")
              + " "
              + unit.get("dropins"));
    }
    return lines;
  }

  /** What we say of the units of those names. */
  static Map<String, String> of(Machine machine, Collection<String> names) {
    var lines = new TreeMap<String, String>();
    for (String name : names) {
      var unit = machine.unit(name).orElseThrow();
      boolean found = unit.state() != LoadState.NOT_FOUND;
      lines.put(
          name,
          unit.state().word()
              + " "
              + unit.names()
              + " "
              + (found ? unit.fragmentPath() : "")
              + " "
              + (found ? unit.dropinPaths() : List.of()));
    }
    return lines;
  }

  static String lines(Map<String, String> units) {
    return String.join("\n", units.entrySet().stream().map(Object::toString).toList());
  }
}
