package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.graph.Addition;
import org.unitlint.graph.Edge;
import org.unitlint.graph.MountPath;
import org.unitlint.graph.Reason;
import org.unitlint.graph.Subgraph;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/** The contract {@code unitlint/graph/1}: each dependency at both of its ends, one in a line. */
public final class GraphJson {
  private final Subgraph graph;
  private final JsonGenerator json;

  private GraphJson(Subgraph graph, JsonGenerator json) {
    this.graph = graph;
    this.json = json;
  }

  /**
   * Writes the graph.
   *
   * @param target what was asked for, in the user's words
   */
  public static void write(String target, Subgraph graph, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      json.setPrettyPrinter(new EntryLines());
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
    if (reasons.size() == 1) {
      one(unit, reasons.get(0));
    } else {
      several(unit, reasons);
    }
    json.writeEndObject();
  }

  /** As {@link #several} for one reason, as most have, without sorting. */
  private void one(String unit, Reason reason) throws IOException {
    word("origin", reason.origin().word());
    if (!reason.path().isEmpty()) {
      json.writeArrayFieldStart("places");
      place(Where.of(shown(reason.path()), reason));
      json.writeEndArray();
    }
    if (reason.addition().isPresent()) {
      word("rules", reason.addition().get().word());
    }
    if (!reason.unit().equals(unit)) {
      word("declaredBy", reason.unit());
    }
  }

  private void several(String unit, List<Reason> reasons) throws IOException {
    var origins = new TreeSet<String>();
    var places = new TreeSet<Where>();
    var rules = new TreeSet<String>();
    var units = new TreeSet<String>();
    for (Reason reason : reasons) {
      origins.add(reason.origin().word());
      reason.addition().map(Addition::word).ifPresent(rules::add);
      units.add(reason.unit());
      if (!reason.path().isEmpty()) {
        places.add(Where.of(shown(reason.path()), reason));
      }
    }
    texts("origin", origins);
    if (!places.isEmpty()) {
      json.writeArrayFieldStart("places");
      for (Where where : places) {
        place(where);
      }
      json.writeEndArray();
    }
    if (!rules.isEmpty()) {
      texts("rules", rules);
    }
    if (!units.equals(Set.of(unit))) {
      texts("declaredBy", units);
    }
  }

  /** A file or link that says or implies it; line 0 for a link. */
  private record Where(String file, int line) implements Comparable<Where> {
    static Where of(String file, Reason reason) {
      return new Where(file, reason.isBareLink() ? 0 : reason.place().map(Place::line).orElse(0));
    }

    @Override
    public int compareTo(Where other) {
      int byFile = file.compareTo(other.file);
      return byFile == 0 ? Integer.compare(line, other.line) : byFile;
    }
  }

  private void place(Where where) throws IOException {
    json.writeStartObject();
    text("file", where.file);
    if (where.line > 0) {
      json.writeNumberField("line", where.line);
    }
    json.writeEndObject();
  }

  private void word(String field, String word) throws IOException {
    json.writeArrayFieldStart(field);
    json.writeString(word);
    json.writeEndArray();
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
