package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import org.unitlint.catalog.ExposureCheck;
import org.unitlint.host.Setting;
import org.unitlint.security.Advice;
import org.unitlint.security.Exposure;
import org.unitlint.security.LeftOut;
import org.unitlint.security.Outcome;
import org.unitlint.security.Rating;
import org.unitlint.security.Suggestion;

/** The contract {@code unitlint/security/1}. */
public final class SecurityJson {
  private final JsonGenerator json;

  private SecurityJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the answer. */
  public static void write(SecurityAnswer answer, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      json.setPrettyPrinter(EntryLines.ofServices());
      new SecurityJson(json).write(answer);
    }
    out.write('\n');
  }

  private void write(SecurityAnswer answer) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", "unitlint/security/1");
    if (answer.threshold().isPresent()) {
      tenths("threshold", answer.threshold().getAsInt());
    }
    json.writeArrayFieldStart("services");
    for (Advice advice : answer.services()) {
      service(advice, answer);
    }
    json.writeEndArray();
    json.writeNumberField("notLoaded", answer.hidden());
    json.writeEndObject();
  }

  private void service(Advice advice, SecurityAnswer answer) throws IOException {
    var now = advice.now();
    json.writeStartObject();
    text("unit", now.unit().toString());
    text("fragment", now.unit().fragmentPath());
    rated(now.tenths());
    if (answer.threshold().isPresent()) {
      json.writeBooleanField("tooExposed", answer.failing().contains(advice));
    }
    json.writeNumberField("weights", now.weights());
    json.writeNumberField("burden", now.burden());
    json.writeArrayFieldStart("checks");
    for (Outcome outcome : now.outcomes()) {
      check(now, outcome);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("suggestions");
    for (Suggestion suggestion : advice.suggestions()) {
      suggestion(suggestion);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("leftOut");
    for (LeftOut left : advice.leftOut()) {
      leftOut(left);
    }
    json.writeEndArray();
    if (advice.dropin().isPresent()) {
      json.writeObjectFieldStart("dropin");
      text("path", advice.dropin().get().path());
      text("text", advice.dropin().get().text());
      rated(advice.then());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void rated(int tenths) throws IOException {
    tenths("exposure", tenths);
    json.writeStringField("rating", Rating.of(tenths).name());
  }

  private void check(Exposure now, Outcome outcome) throws IOException {
    json.writeStartObject();
    text("check", outcome.check().id());
    text("field", outcome.check().field());
    json.writeFieldName("passed");
    if (outcome.applies()) {
      json.writeBoolean(outcome.isPassed());
    } else {
      json.writeNull();
    }
    json.writeFieldName("badness");
    if (outcome.applies()) {
      json.writeNumber(outcome.badness().getAsLong());
    } else {
      json.writeNull();
    }
    json.writeNumberField("range", outcome.range());
    json.writeNumberField("weight", outcome.weight());
    tenths("exposure", now.tenths(outcome));
    text("description", outcome.told());
    String origin = outcome.implied() ? "implied" : "file";
    json.writeStringField("origin", outcome.settings().isEmpty() ? "default" : origin);
    json.writeArrayFieldStart("settings");
    for (Setting setting : outcome.settings()) {
      setting(setting);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void setting(Setting setting) throws IOException {
    json.writeStartObject();
    text("directive", setting.name());
    text("value", setting.text());
    text("file", setting.place().source().name());
    json.writeNumberField("line", setting.place().line());
    json.writeEndObject();
  }

  private void suggestion(Suggestion suggestion) throws IOException {
    json.writeStartObject();
    texts("lines", suggestion.lines());
    json.writeStringField("risk", suggestion.risk().word());
    json.writeFieldName("gain");
    json.writeNumber(
        suggestion.hundredths() / 100
            + "."
            + suggestion.hundredths() / 10 % 10
            + suggestion.hundredths() % 10);
    tenths("exposure", suggestion.tenths());
    texts("improves", suggestion.improves().stream().map(ExposureCheck::id).toList());
    json.writeEndObject();
  }

  private void leftOut(LeftOut left) throws IOException {
    json.writeStartObject();
    text("line", left.line());
    text("reason", left.reason());
    if (left.setting().isPresent()) {
      var place = left.setting().get().place();
      text("file", place.source().name());
      json.writeNumberField("atLine", place.line());
    }
    json.writeEndObject();
  }

  private void tenths(String field, int tenths) throws IOException {
    json.writeFieldName(field);
    json.writeNumber(Exposure.text(tenths));
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
