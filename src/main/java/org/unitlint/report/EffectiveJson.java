package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Refusal;
import org.unitlint.host.Unit;
import org.unitlint.host.effective.GivenDefault;
import org.unitlint.host.effective.Line;
import org.unitlint.source.Place;

/** The contract {@code unitlint/effective/1}. Paths are the root's. */
public final class EffectiveJson {
  private final EffectiveAnswer answer;
  private final Machine machine;
  private final JsonGenerator json;

  private EffectiveJson(EffectiveAnswer answer, JsonGenerator json) {
    this.answer = answer;
    this.machine = answer.machine();
    this.json = json;
  }

  /** Writes it. */
  public static void write(EffectiveAnswer answer, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      new EffectiveJson(answer, json).write();
    }
    out.write('\n');
  }

  private void write() throws IOException {
    json.writeStartObject();
    text("schema", "unitlint/effective/1");
    json.writeArrayFieldStart("units");
    for (var asked : answer.units()) {
      json.writeStartObject();
      text("asked", asked.name());
      head(asked.unit());
      settings(asked.unit());
      if (answer.graph().isPresent()) {
        defaults(asked.unit());
        added(asked.unit());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void head(Unit unit) throws IOException {
    text("name", unit.name().toString());
    text("type", unit.name().type().suffix());
    text("load", unit.state().word());
    texts("names", unit.names());
    if (unit.name().isTemplate()) {
      json.writeBooleanField("isTemplate", true);
    }
    if (unit.name().isInstance()) {
      text("template", unit.name().template().toString());
      text("instance", unit.name().instance().orElse(""));
    }
    if (unit.state() == LoadState.MASKED) {
      text("maskedBy", shown(unit.fragmentPath()));
    } else if (!unit.fragmentPath().isEmpty()) {
      text("fragment", shown(unit.fragmentPath()));
    }
    var cause = machine.cause(unit.fragmentPath());
    if (cause.isPresent()) {
      json.writeObjectFieldStart("madeFor");
      place(cause.get().path(), cause.get().place());
      json.writeEndObject();
    }
    texts("dropins", unit.dropinPaths().stream().map(this::shown).toList());
    var masked = unit.dropinPaths().stream().filter(machine::isMask).map(this::shown).toList();
    if (!masked.isEmpty()) {
      texts("maskedDropins", masked);
    }
    refusals(unit);
  }

  private void refusals(Unit unit) throws IOException {
    if (unit.refusals().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("refusals");
    for (Refusal refusal : unit.refusals()) {
      json.writeStartObject();
      text("reason", refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      text("message", RefusalText.of(refusal.reason()));
      var path = machine.path(refusal.place().source());
      place(path.orElse(refusal.place().source().name()), refusal.place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void settings(Unit unit) throws IOException {
    json.writeArrayFieldStart("sections");
    for (var part : answer.effective(unit).parts()) {
      json.writeStartObject();
      text("name", part.section());
      json.writeArrayFieldStart("settings");
      for (Line line : part.lines()) {
        line(line);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void line(Line line) throws IOException {
    json.writeStartObject();
    text("directive", line.name());
    text("value", line.value());
    if (line.taken().isPresent()) {
      text("taken", line.taken().get());
    }
    if (line.expanded().isPresent()) {
      text("expanded", line.expanded().get());
    }
    text("verdict", line.verdict().word());
    place(line.file().path(), line.place());
    if (!line.isAsWritten()) {
      text("writtenAs", line.assignment().name());
      text("writtenIn", line.written());
    }
    if (!line.remarks().isEmpty()) {
      texts("remarks", line.remarks());
    }
    if (!line.over().isEmpty()) {
      json.writeArrayFieldStart("over");
      for (Line over : line.over()) {
        line(over);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void defaults(Unit unit) throws IOException {
    json.writeArrayFieldStart("defaults");
    for (GivenDefault given : answer.defaults(unit)) {
      json.writeStartObject();
      text("section", given.section());
      text("directive", given.directive());
      text("value", given.value());
      if (given.option().isPresent()) {
        text("option", given.option().get());
      }
      if (given.said().isPresent()) {
        var place = given.said().get().place();
        place(machine.path(place.source()).orElse(place.source().name()), place);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void added(Unit unit) throws IOException {
    var edges = new EdgeJson(machine, json);
    json.writeArrayFieldStart("addedDependencies");
    for (var added : answer.added(unit)) {
      json.writeStartObject();
      text("kind", added.kind());
      text("unit", added.unit());
      text("why", EffectiveText.reasons(added));
      edges.reasons(unit.name().toString(), added.reasons());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void place(String path, Place place) throws IOException {
    text("file", shown(path));
    json.writeNumberField("line", place.line());
  }

  private String shown(String path) {
    return GraphPaths.shown(machine, path);
  }

  private void texts(String field, Collection<String> words) throws IOException {
    json.writeArrayFieldStart(field);
    for (String word : List.copyOf(words)) {
      json.writeString(JsonReport.valid(word));
    }
    json.writeEndArray();
  }

  private void text(String name, String value) throws IOException {
    json.writeStringField(name, JsonReport.valid(value));
  }
}
