package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.graph.Edge;
import org.unitlint.graph.MountPath;
import org.unitlint.graph.Reason;
import org.unitlint.graph.Subgraph;
import org.unitlint.graph.demand.Activators;
import org.unitlint.host.Unit;

/** The contract {@code unitlint/graph/1}: each dependency at both of its ends, one in a line. */
public final class GraphJson {
  private final Subgraph graph;
  private final JsonGenerator json;
  private final EdgeJson edges;

  private GraphJson(Subgraph graph, JsonGenerator json) {
    this.graph = graph;
    this.json = json;
    this.edges = new EdgeJson(graph.graph().machine(), json);
  }

  /**
   * Writes the graph.
   *
   * @param target what was asked for, in the user's words
   */
  public static void write(String target, Subgraph graph, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      json.setPrettyPrinter(EntryLines.ofGraph());
      new GraphJson(graph, json).write(target);
    }
    out.write('\n');
  }

  private void write(String target) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", "unitlint/graph/1");
    text("target", target);
    json.writeArrayFieldStart("units");
    for (String name : graph.units()) {
      unit(graph.graph().units().get(name));
    }
    json.writeEndArray();
    new ActivatorJson(graph.graph().machine(), json)
        .write(Activators.of(graph.graph(), graph.units()));
    json.writeEndObject();
  }

  private void unit(Unit unit) throws IOException {
    String name = unit.name().toString();
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("type", unit.name().type().suffix());
    json.writeStringField("load", unit.state().word());
    texts("names", unit.names());
    if (unit.fragmentPath().isEmpty()) {
      json.writeNullField("fragment");
    } else {
      text("fragment", shown(unit.fragmentPath()));
    }
    texts("dropins", unit.dropinPaths().stream().map(this::shown).toList());
    json.writeObjectFieldStart("dependencies");
    dependencies(name);
    json.writeEndObject();
    json.writeEndObject();
  }

  private String shown(String path) {
    return GraphPaths.shown(graph.graph().machine(), path);
  }

  private void dependencies(String name) throws IOException {
    var byWord = new TreeMap<String, List<Edge>>();
    graph.dependencies(name).forEach((kind, edges) -> byWord.put(kind.word(), edges));
    var paths = new TreeMap<String, List<MountPath>>();
    for (MountPath path : graph.mountPaths(name)) {
      String word = path.wanted() ? "WantsMountsFor" : "RequiresMountsFor";
      paths.computeIfAbsent(word, w -> new ArrayList<>()).add(path);
    }
    var words = new TreeSet<>(byWord.keySet());
    words.addAll(paths.keySet());
    for (String word : words) {
      json.writeArrayFieldStart(word);
      for (Edge edge : byWord.getOrDefault(word, List.of())) {
        entry(name, edge.other(name), edge.reasons());
      }
      for (MountPath path : paths.getOrDefault(word, List.of())) {
        entry(name, path.path(), List.of(path.reason()));
      }
      json.writeEndArray();
    }
  }

  private void entry(String unit, String other, List<Reason> reasons) throws IOException {
    json.writeStartObject();
    text("unit", other);
    edges.reasons(unit, reasons);
    json.writeEndObject();
  }

  private void texts(String field, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(JsonReport.valid(value));
    }
    json.writeEndArray();
  }

  private void text(String field, String value) throws IOException {
    json.writeStringField(field, JsonReport.valid(value));
  }
}
