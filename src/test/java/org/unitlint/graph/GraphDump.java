package org.unitlint.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.support.Json;

/**
 * A graph as lines, systemd's own or ours: of each unit its load state, of each dependency in each
 * direction its origins as systemd masks them.
 */
final class GraphDump {
  private GraphDump() {}

  /** What systemd's own dump says, as JSON of the oracle. */
  static TreeMap<String, String> of(String json) throws IOException {
    var lines = new TreeMap<String, String>();
    for (var entry : Json.object(Json.object(Json.parse(json)).get("units")).entrySet()) {
      var unit = Json.object(entry.getValue());
      String name = entry.getKey();
      lines.put(name, unit.get("load_state") + " " + unit.get("names"));
      for (var kind : Json.object(unit.get("deps")).entrySet()) {
        if (!kind.getKey().startsWith("Reference")) {
          for (var other : Json.object(kind.getValue()).entrySet()) {
            lines.put(line(name, kind.getKey(), other.getKey()), masks(other.getValue()));
          }
        }
      }
    }
    return lines;
  }

  private static String masks(Object value) {
    var masks = new TreeSet<String>();
    Json.list(value).forEach(m -> masks.add(mask(m.toString())));
    return String.join(" ", masks);
  }

  /** Whether a mount or who needs it was loaded first is the hash table's choice. */
  private static String mask(String mask) {
    return mask.endsWith("-path") ? mask.replace("-path", "-file") : mask;
  }

  private static String line(String unit, String kind, String other) {
    return unit + " " + kind + " " + other;
  }

  /** What we say. */
  static TreeMap<String, String> of(DependencyGraph graph) {
    var lines = new TreeMap<String, String>();
    for (var unit : graph.units().values()) {
      String name = unit.name().toString();
      var names = new ArrayList<>(List.of(name));
      unit.names().stream().filter(n -> !n.equals(name)).forEach(names::add);
      lines.put(name, unit.state().word() + " " + names);
      graph
          .dependencies(name)
          .forEach(
              (kind, edges) ->
                  edges.forEach(
                      e -> lines.put(line(name, kind.word(), e.other(name)), masks(e, name))));
      for (MountPath path : graph.mountPaths(name)) {
        String kind = path.wanted() ? "WantsMountsFor" : "RequiresMountsFor";
        lines.put(line(name, kind, path.path()), "origin-" + path.reason().origin().word());
      }
    }
    return lines;
  }

  private static String masks(Edge edge, String from) {
    var masks = new TreeSet<String>();
    for (Reason reason : edge.reasons()) {
      String side = reason.unit().equals(from) ? "origin-" : "destination-";
      masks.add(mask(side + reason.origin().word()));
    }
    return String.join(" ", masks);
  }

  /** The lines of one that the other has not, or has otherwise. */
  static List<String> missing(Map<String, String> from, Map<String, String> in, boolean masks) {
    var missing = new ArrayList<String>();
    from.forEach(
        (line, value) -> {
          boolean same =
              masks || line.indexOf(' ') < 0 ? value.equals(in.get(line)) : in.containsKey(line);
          if (!same) {
            missing.add(line + ": " + value);
          }
        });
    return missing;
  }
}
