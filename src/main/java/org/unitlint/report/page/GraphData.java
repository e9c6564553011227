package org.unitlint.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Edge;
import org.unitlint.host.Unit;
import org.unitlint.report.Cells;
import org.unitlint.report.draw.Usual;

/**
 * The graph as the page's script reads it: units by their place in a list, edges as four numbers
 * each, of which the last two are sets of kinds, a bit for each in the order of {@code kinds}.
 */
final class GraphData {
  private static final List<Dependency> KINDS = kinds();

  private final Report report;
  private final Map<String, String> boxes;
  private final Map<String, Integer> findings = new HashMap<>();
  private final List<String> units;

  private GraphData(Report report, Map<String, String> boxes, List<Group> groups) {
    this.report = report;
    this.boxes = boxes;
    this.units = List.copyOf(report.graph().units().keySet());
    groups.forEach(g -> g.unit().ifPresent(u -> findings.put(u, g.findings().size())));
  }

  /**
   * The text, without anything that markup would take for its own.
   *
   * @param boxes the identity of the box of the picture in which each unit is
   */
  static String of(Report report, Map<String, String> boxes, List<Group> groups)
      throws IOException {
    var out = new StringWriter();
    try (var json = new JsonFactory().createGenerator(out)) {
      new GraphData(report, boxes, groups).write(json);
    }
    return out.toString().replace("<", "\\u003c");
  }

  private static List<Dependency> kinds() {
    var kinds = new ArrayList<Dependency>();
    for (Dependency kind : Dependency.values()) {
      if (kind.isForward()) {
        kinds.add(kind);
      }
    }
    return List.copyOf(kinds);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("anchor", report.starts().anchor());
    json.writeArrayFieldStart("kinds");
    for (Dependency kind : KINDS) {
      json.writeStartObject();
      json.writeStringField("name", kind.word());
      json.writeStringField("role", role(kind));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("units");
    for (String name : units) {
      unit(report.graph().units().get(name), json);
    }
    json.writeEndArray();
    edges(json);
    json.writeEndObject();
  }

  private static String role(Dependency kind) {
    return switch (kind.family()) {
      case ORDERING -> "order";
      case CONFLICT -> "conflict";
      case TRIGGER -> "trigger";
      default -> kind.pullsIn() ? "pull" : "other";
    };
  }

  private void unit(Unit unit, JsonGenerator json) throws IOException {
    String name = unit.toString();
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("state", unit.state().word());
    var about = unit.last("Unit", "Description");
    if (about.isPresent()) {
      json.writeStringField("about", Cells.clean(about.get().text()));
    }
    json.writeStringField("when", when(name));
    json.writeStringField("box", boxes.getOrDefault(name, ""));
    json.writeNumberField("findings", findings.getOrDefault(name, 0));
    var entry = Optional.ofNullable(report.forecast().timeline().entries().get(name));
    if (entry.isPresent() && entry.get().began()) {
      json.writeNumberField("start", entry.get().startMicros());
      json.writeNumberField("ready", entry.get().endMicros());
    }
    json.writeEndObject();
  }

  private String when(String name) {
    if (report.forecast().plan().refusal().isPresent()) {
      return "never";
    }
    return switch (report.starts().when(name)) {
      case AT_ONCE -> "boot";
      case ON_DEMAND -> "demand";
      case NEVER -> "never";
    };
  }

  private void edges(JsonGenerator json) throws IOException {
    var places = new HashMap<String, Integer>();
    units.forEach(u -> places.put(u, places.size()));
    json.writeArrayFieldStart("edges");
    for (String name : units) {
      var masks = new LinkedHashMap<String, int[]>();
      report.graph().out(name).sorted(Edge.ORDER).forEach(e -> add(e, masks));
      for (var entry : masks.entrySet()) {
        json.writeNumber(places.get(name));
        json.writeNumber(places.get(entry.getKey()));
        json.writeNumber(entry.getValue()[0]);
        json.writeNumber(entry.getValue()[1]);
      }
    }
    json.writeEndArray();
  }

  private static void add(Edge edge, Map<String, int[]> masks) {
    var mask = masks.computeIfAbsent(edge.to(), t -> new int[2]);
    int bit = 1 << KINDS.indexOf(edge.kind());
    mask[0] |= bit;
    mask[1] |= Usual.is(edge) ? bit : 0;
  }
}
