package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.unitlint.boot.Standby;
import org.unitlint.host.Machine;

/** What a boot leaves behind, for programs; times are microseconds. */
final class StandbyJson {
  private final JsonGenerator json;
  private final ActivatorJson activators;

  StandbyJson(Machine machine, JsonGenerator json) {
    this.json = json;
    this.activators = new ActivatorJson(machine, json);
  }

  /** The field {@code standby}. */
  void write(Standby standby) throws IOException {
    json.writeObjectFieldStart("standby");
    activators.texts("resident", standby.resident());
    json.writeArrayFieldStart("activations");
    for (Standby.Response response : standby.responses()) {
      json.writeStartObject();
      activators.fields(response.activator());
      json.writeNumberField("firstResponseMicros", response.micros());
      activators.texts("units", response.units());
      if (response.problem().isPresent()) {
        activators.text("problem", response.problem().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
