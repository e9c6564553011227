package org.unitlint.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.unitlint.report.Findings;
import org.unitlint.report.FindingsReport;
import org.unitlint.report.JsonReport;

/** A log of the Static Analysis Results Interchange Format, version 2.1.0, with one run. */
final class SarifReport implements FindingsReport {
  static final String UNREAD = "something that was asked for could not be read";

  private static final String VERSION = "2.1.0";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private final CheckRun run;

  SarifReport(CheckRun run) {
    this.run = run;
  }

  @Override
  public void write(Findings findings, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", VERSION);
      json.writeArrayFieldStart("runs");
      run(findings, json);
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private void run(Findings findings, JsonGenerator json) throws IOException {
    var rules = new SarifRules(findings, run);
    var artifacts = new SarifArtifacts(findings, run);
    json.writeStartObject();
    tool(rules, json);
    invocation(json);
    artifacts.write(json);
    json.writeStringField("columnKind", "utf16CodeUnits");
    new SarifResults(rules, artifacts, new Fingerprints(run), json).write(findings);
    json.writeEndObject();
  }

  private void tool(SarifRules rules, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "unitlint");
    json.writeStringField("version", run.version());
    json.writeStringField("language", "en");
    rules.write(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void invocation(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", run.complete());
    if (!run.complete()) {
      json.writeArrayFieldStart("toolExecutionNotifications");
      json.writeStartObject();
      json.writeStringField("level", "error");
      json.writeObjectFieldStart("message");
      json.writeStringField("text", UNREAD);
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }
}
