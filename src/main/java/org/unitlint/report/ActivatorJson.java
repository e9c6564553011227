package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.unitlint.graph.demand.Activator;
import org.unitlint.host.Machine;

/** What starts something on demand, for programs. */
final class ActivatorJson {
  private final Machine machine;
  private final JsonGenerator json;

  ActivatorJson(Machine machine, JsonGenerator json) {
    this.machine = machine;
    this.json = json;
  }

  /** The field {@code activations}. */
  void write(List<Activator> activators) throws IOException {
    json.writeArrayFieldStart("activations");
    for (Activator activator : activators) {
      json.writeStartObject();
      fields(activator);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The fields of one of them, in an object that is begun. */
  void fields(Activator activator) throws IOException {
    var target = activator.target();
    text("activator", activator.name());
    json.writeStringField("kind", activator.kind().word());
    text("unit", activator.unit());
    if (!activator.path().isEmpty()) {
      text("file", GraphPaths.shown(machine, activator.path()));
      json.writeNumberField("line", activator.line());
    }
    texts("listens", activator.listens());
    text("starts", target.name());
    json.writeStringField("what", target.sort().word());
    if (!target.arguments().isEmpty()) {
      texts("arguments", target.arguments());
    }
    if (!target.user().isEmpty()) {
      text("user", target.user());
    }
    json.writeBooleanField("perConnection", activator.each());
  }

  void texts(String field, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(JsonReport.valid(value));
    }
    json.writeEndArray();
  }

  void text(String field, String value) throws IOException {
    json.writeStringField(field, JsonReport.valid(value));
  }
}
