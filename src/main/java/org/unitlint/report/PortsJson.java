package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.host.ports.Address;
import org.unitlint.host.ports.Refused;
import org.unitlint.source.Place;

/** The contract {@code unitlint/ports/1}. */
public final class PortsJson {
  private final JsonGenerator json;

  private PortsJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the answer. */
  public static void write(PortsAnswer answer, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      json.setPrettyPrinter(EntryLines.ofLists());
      new PortsJson(json).write(answer);
    }
    out.write('\n');
  }

  private void write(PortsAnswer answer) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", "unitlint/ports/1");
    text("target", answer.target());
    json.writeArrayFieldStart("listening");
    for (var row : answer.rows()) {
      row(row);
    }
    json.writeEndArray();
    json.writeNumberField("notStarted", answer.hidden());
    json.writeArrayFieldStart("refused");
    for (var refused : answer.refused()) {
      refused(refused);
    }
    json.writeEndArray();
    JsonReport.findings(json, answer.findings());
    json.writeEndObject();
  }

  private void row(PortsAnswer.Row row) throws IOException {
    var listening = row.listening();
    var address = listening.address();
    json.writeStartObject();
    text("address", address.toString());
    json.writeStringField("type", listening.endpoint().sort().word());
    optional("protocol", Optional.of(listening.endpoint().protocol()));
    if (address.kind() == Address.Kind.PORT) {
      text("host", address.hostText());
      json.writeNumberField("port", address.port());
      optional("portName", listening.portName());
      json.writeStringField("family", family(address.family()));
    }
    optional("interface", Optional.of(address.device()));
    json.writeStringField("activation", listening.activation().word());
    json.writeStringField("evidence", listening.evidence().word());
    json.writeStringField("started", row.when().word());
    optional("unit", listening.unit().map(u -> u.name().toString()));
    text("name", listening.name());
    optional("starts", Optional.of(listening.starts().what()));
    optional("user", Optional.of(listening.starts().user()));
    optional("program", Optional.of(listening.starts().program()));
    optional("network", Optional.of(listening.endpoint().network()));
    place(listening.place());
    json.writeEndObject();
  }

  private static String family(Address.Family family) {
    return switch (family) {
      case V4_AT_LEAST -> "ipv4-at-least";
      case V4 -> "ipv4";
      case V6 -> "ipv6";
      default -> family.name().toLowerCase(Locale.ROOT);
    };
  }

  private void refused(Refused refused) throws IOException {
    json.writeStartObject();
    text("service", refused.service().id());
    json.writeStringField(
        "reason", refused.trouble().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    text("other", refused.trouble().word(0));
    place(refused.trouble().place());
    json.writeEndObject();
  }

  private void place(Place place) throws IOException {
    text("file", place.source().name());
    json.writeNumberField("line", place.line());
  }

  private void optional(String field, Optional<String> value) throws IOException {
    if (value.filter(v -> !v.isEmpty()).isPresent()) {
      text(field, value.get());
    }
  }

  private void text(String field, String value) throws IOException {
    json.writeStringField(field, JsonReport.valid(value));
  }
}
