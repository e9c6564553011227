package org.unitlint.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.Findings;
import org.unitlint.report.FindingsReport;
import org.unitlint.report.JsonReport;

/** The part of Code Climate's format that GitLab reads. */
final class GitlabReport implements FindingsReport {
  private final CheckRun run;
  private final Remarks remarks;

  GitlabReport(CheckRun run) {
    this.run = run;
    this.remarks = new Remarks(run);
  }

  @Override
  public void write(Findings findings, Writer out) throws IOException {
    var fingerprints = new Fingerprints(run);
    try (var json = JsonReport.generator(out)) {
      json.writeStartArray();
      for (Diagnostic finding : findings.diagnostics()) {
        write(finding, fingerprints.next(finding), json);
      }
      json.writeEndArray();
    }
    out.write('\n');
  }

  private void write(Diagnostic finding, String fingerprint, JsonGenerator json)
      throws IOException {
    var place = finding.place();
    var lines = remarks.all(finding);
    json.writeStartObject();
    json.writeStringField("type", "issue");
    json.writeStringField("check_name", finding.rule().code() + " " + finding.rule().name());
    json.writeStringField("description", Remarks.message(finding));
    if (!lines.isEmpty()) {
      json.writeObjectFieldStart("content");
      json.writeStringField("body", String.join("\n", lines));
      json.writeEndObject();
    }
    json.writeStringField("severity", word(finding.severity()));
    json.writeStringField("fingerprint", fingerprint);
    json.writeObjectFieldStart("location");
    json.writeStringField("path", JsonReport.valid(run.path().apply(place.source())));
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", place.line());
    json.writeNumberField("end", place.endLine());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO -> "minor";
      case HINT -> "info";
    };
  }
}
