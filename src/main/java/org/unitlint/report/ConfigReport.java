package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.unitlint.diagnostic.RuleInfo;

/**
 * What holds for a path, value by value.
 *
 * @param path as the user wrote it
 * @param file what to call the configuration; empty where there is none
 * @param off the rules that are not told
 */
public record ConfigReport(String path, String file, List<Held> values, List<RuleInfo> off) {
  public ConfigReport {
    values = List.copyOf(values);
    off = List.copyOf(off);
  }

  /** Writes it for people. */
  public void text(Writer out) throws IOException {
    String held = file.isEmpty() ? "no configuration holds" : file + " holds";
    out.append(Cells.clean(held + " for " + path)).append("\n\n");
    int keys = values.stream().mapToInt(v -> v.key().length()).max().orElse(0);
    int texts = values.stream().mapToInt(v -> Cells.width(shown(v))).max().orElse(0);
    for (Held value : values) {
      String text = shown(value);
      out.append(value.key()).append(" ".repeat(keys - value.key().length() + 2));
      out.append(text).append(" ".repeat(Math.max(0, texts - Cells.width(text)) + 2));
      out.append(Cells.clean(value.origin())).append('\n');
    }
    out.append('\n').append(off.isEmpty() ? "every rule is on" : "off:").append('\n');
    for (RuleInfo rule : off) {
      out.append("  ").append(rule.code()).append(' ').append(rule.name()).append('\n');
    }
  }

  private static String shown(Held value) {
    return value.words().isEmpty() ? "-" : Cells.clean(String.join(", ", value.words()));
  }

  /** Writes the contract {@code unitlint/config/1}. */
  public void json(Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      json.writeStartObject();
      json.writeStringField("schema", "unitlint/config/1");
      json.writeStringField("path", JsonReport.valid(path));
      if (!file.isEmpty()) {
        json.writeStringField("file", JsonReport.valid(file));
      }
      json.writeArrayFieldStart("values");
      for (Held value : values) {
        json.writeStartObject();
        json.writeStringField("key", JsonReport.valid(value.key()));
        json.writeFieldName("value");
        value(value, json);
        origin(value, json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("off");
      for (RuleInfo rule : off) {
        json.writeString(rule.code());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void value(Held value, JsonGenerator json) throws IOException {
    if (value.kind() == Held.Kind.LIST) {
      json.writeStartArray();
      for (String word : value.words()) {
        json.writeString(JsonReport.valid(word));
      }
      json.writeEndArray();
      return;
    }
    if (value.words().isEmpty()) {
      json.writeNull();
      return;
    }
    String word = value.words().get(0);
    switch (value.kind()) {
      case NUMBER -> json.writeNumber(Integer.parseInt(word));
      case FLAG -> json.writeBoolean(Boolean.parseBoolean(word));
      default -> json.writeString(JsonReport.valid(word));
    }
  }

  private static void origin(Held value, JsonGenerator json) throws IOException {
    if (value.file().isEmpty()) {
      json.writeStringField("origin", "default");
      return;
    }
    json.writeObjectFieldStart("origin");
    json.writeStringField("file", JsonReport.valid(value.file()));
    json.writeNumberField("line", value.line());
    json.writeEndObject();
  }
}
