package org.unitlint.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Fix;
import org.unitlint.diagnostic.Label;
import org.unitlint.report.Findings;
import org.unitlint.report.JsonReport;
import org.unitlint.source.Edit;
import org.unitlint.source.Edits;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.source.Utf8;

/** The results of a SARIF log. */
final class SarifResults {
  private final SarifRules rules;
  private final SarifArtifacts artifacts;
  private final Fingerprints fingerprints;
  private final JsonGenerator json;

  SarifResults(
      SarifRules rules, SarifArtifacts artifacts, Fingerprints fingerprints, JsonGenerator json) {
    this.rules = rules;
    this.artifacts = artifacts;
    this.fingerprints = fingerprints;
    this.json = json;
  }

  /** Writes one for each finding. */
  void write(Findings findings) throws IOException {
    json.writeArrayFieldStart("results");
    for (Diagnostic finding : findings.diagnostics()) {
      result(finding);
    }
    json.writeEndArray();
  }

  private void result(Diagnostic finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule().code());
    json.writeNumberField("ruleIndex", rules.index(finding.rule()));
    json.writeStringField("level", SarifRules.level(finding.severity()));
    message("message", text(finding));
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    place(finding.place());
    if (finding.unit().isPresent()) {
      unit(finding.unit().get());
    }
    json.writeEndObject();
    json.writeEndArray();
    labels(finding.labels());
    fixes(finding.fixes());
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("lineText/v1", fingerprints.next(finding));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String text(Diagnostic finding) {
    var lines = new ArrayList<String>();
    lines.add(finding.message());
    finding.notes().forEach(n -> lines.add("note: " + n));
    finding.help().ifPresent(h -> lines.add("help: " + h));
    return String.join("\n", lines);
  }

  /** In a message braces are doubled, and nothing of ours is a link. */
  private void message(String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    String literal = text.replace("{", "{{").replace("}", "}}").replace("](", "] (");
    json.writeStringField("text", JsonReport.valid(literal));
    json.writeEndObject();
  }

  private void place(Place place) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    artifacts.location(place.source(), json);
    region("region", place);
    json.writeEndObject();
  }

  private void region(String name, Place place) throws IOException {
    int line = place.line();
    int endLine = place.endLine();
    json.writeObjectFieldStart(name);
    json.writeNumberField("startLine", line);
    json.writeNumberField("startColumn", column(place.source(), line, place.span().start()));
    json.writeNumberField("endLine", endLine);
    json.writeNumberField("endColumn", column(place.source(), endLine, place.span().end()));
    json.writeEndObject();
  }

  /** The column in UTF-16 units, from 1. */
  private static int column(Source source, int line, int offset) {
    return offset - source.lineSpan(line).start() + 1;
  }

  private void unit(String name) throws IOException {
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField("fullyQualifiedName", JsonReport.valid(name));
    json.writeStringField("kind", "unit");
    json.writeEndObject();
    json.writeEndArray();
  }

  private void labels(List<Label> labels) throws IOException {
    if (labels.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("relatedLocations");
    int id = 0;
    for (Label label : labels) {
      json.writeStartObject();
      json.writeNumberField("id", ++id);
      place(label.place());
      message("message", label.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void fixes(List<Fix> fixes) throws IOException {
    if (fixes.stream().allMatch(f -> f.edits().isEmpty())) {
      return;
    }
    json.writeArrayFieldStart("fixes");
    for (Fix fix : fixes) {
      if (!fix.edits().isEmpty()) {
        fix(fix);
      }
    }
    json.writeEndArray();
  }

  private void fix(Fix fix) throws IOException {
    var bySource = new LinkedHashMap<Source, List<Edit>>();
    fix.edits()
        .forEach(e -> bySource.computeIfAbsent(e.place().source(), s -> new ArrayList<>()).add(e));
    json.writeStartObject();
    message("description", fix.message());
    json.writeArrayFieldStart("artifactChanges");
    for (var edits : bySource.entrySet()) {
      json.writeStartObject();
      artifacts.location(edits.getKey(), json);
      json.writeArrayFieldStart("replacements");
      for (Edit edit : edits.getValue()) {
        replacement(edit);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    json.writeBooleanField("safe", fix.safe());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void replacement(Edit edit) throws IOException {
    json.writeStartObject();
    region("deletedRegion", edit.place());
    if (!edit.text().isEmpty()) {
      json.writeObjectFieldStart("insertedContent");
      content(Edits.inserted(edit));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void content(String text) throws IOException {
    if (JsonReport.valid(text).equals(text)) {
      json.writeStringField("text", text);
    } else {
      json.writeBinaryField("binary", Utf8.encode(text));
    }
  }
}
