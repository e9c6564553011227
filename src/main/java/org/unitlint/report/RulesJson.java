package org.unitlint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.unitlint.diagnostic.RuleInfo;

/** The contract {@code unitlint/rules/1}. */
public final class RulesJson {
  private RulesJson() {}

  /** Writes the rules in their order. */
  public static void write(List<RuleInfo> rules, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      json.writeStartObject();
      json.writeStringField("schema", "unitlint/rules/1");
      json.writeArrayFieldStart("rules");
      for (RuleInfo rule : rules) {
        json.writeStartObject();
        json.writeStringField("code", rule.code());
        json.writeStringField("name", rule.name());
        json.writeStringField("severity", rule.severity().word());
        json.writeStringField("summary", rule.summary());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }
}
