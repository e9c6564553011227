package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.unitlint.host.convert.Collision;
import org.unitlint.host.convert.Conversion;
import org.unitlint.host.convert.Conversions;
import org.unitlint.host.convert.ConvertedUnit;
import org.unitlint.host.convert.Note;
import org.unitlint.host.convert.Refusal;
import org.unitlint.source.Place;

/** The contract {@code unitlint/convert/1}. */
public final class ConversionJson {
  private final JsonGenerator json;

  private ConversionJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes all units, with what became of each attribute. */
  public static void write(Conversions conversions, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      new ConversionJson(json).write(conversions);
    }
    out.write('\n');
  }

  private void write(Conversions conversions) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", "unitlint/convert/1");
    json.writeArrayFieldStart("units");
    for (Conversion conversion : conversions.conversions()) {
      for (ConvertedUnit unit : conversion.units()) {
        unit(conversion, unit);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notes");
    for (Conversion conversion : conversions.conversions()) {
      for (Note note : conversion.notes()) {
        note(conversion, note);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("collisions");
    for (Conversion conversion : conversions.conversions()) {
      for (Collision collision : conversion.collisions()) {
        collision(collision);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("refusals");
    for (Refusal refusal : conversions.refusals()) {
      refusal(refusal);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void text(String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, JsonReport.valid(text));
    }
  }

  private void place(Place place) throws IOException {
    text("file", place.source().name());
    json.writeNumberField("line", place.line());
  }

  private void unit(Conversion conversion, ConvertedUnit unit) throws IOException {
    json.writeStartObject();
    text("name", unit.name());
    text("service", conversion.service().id());
    json.writeBooleanField("disabled", conversion.disabled());
    text("text", unit.text());
    json.writeEndObject();
  }

  private void note(Conversion conversion, Note note) throws IOException {
    json.writeStartObject();
    text("service", conversion.service().id());
    text("attribute", note.attribute());
    text("exactness", note.exactness().word());
    text("unit", note.unit());
    text("setting", note.setting());
    text("message", note.words());
    if (note.place().isPresent()) {
      place(note.place().get());
    }
    json.writeEndObject();
  }

  private void collision(Collision collision) throws IOException {
    json.writeStartObject();
    text("unit", collision.unit());
    text("other", collision.other());
    text("file", collision.path());
    text("message", collision.words());
    json.writeEndObject();
  }

  private void refusal(Refusal refusal) throws IOException {
    json.writeStartObject();
    text("service", refusal.service());
    json.writeBooleanField("disabled", refusal.disabled());
    text("message", refusal.reason());
    place(refusal.place());
    json.writeEndObject();
  }
}
