package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.unitlint.graph.Addition;
import org.unitlint.graph.Reason;
import org.unitlint.host.Machine;
import org.unitlint.source.Place;

/** Writes where dependencies come from into JSON. */
final class EdgeJson {
  private final Machine machine;
  private final JsonGenerator json;

  EdgeJson(Machine machine, JsonGenerator json) {
    this.machine = machine;
    this.json = json;
  }

  /** The fields of an object that tell the reasons, as that unit sees them. */
  void reasons(String unit, List<Reason> reasons) throws IOException {
    if (reasons.size() == 1) {
      one(unit, reasons.get(0));
    } else {
      several(unit, reasons);
    }
  }

  /** As {@link #several} for one reason, as most have, without sorting. */
  private void one(String unit, Reason reason) throws IOException {
    word("origin", reason.origin().word());
    if (!reason.path().isEmpty()) {
      json.writeArrayFieldStart("places");
      place(Where.of(GraphPaths.shown(machine, reason.path()), reason));
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
        places.add(Where.of(GraphPaths.shown(machine, reason.path()), reason));
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
