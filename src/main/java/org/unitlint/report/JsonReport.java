package org.unitlint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Fix;
import org.unitlint.diagnostic.Label;
import org.unitlint.diagnostic.Severity;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/** The contract {@code unitlint/check/1}. What is no text, such as invalid bytes, is U+FFFD. */
public final class JsonReport implements FindingsReport {
  private static final char REPLACEMENT = '\uFFFD';

  private final boolean statistics;

  /** A report with or without how often each rule found something. */
  JsonReport(boolean statistics) {
    this.statistics = statistics;
  }

  @Override
  public void write(Findings findings, Writer out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      new Output(json).write(findings, statistics);
    }
    out.write('\n');
  }

  /** Writes each finding alone, as an object on a line of its own. */
  static void lines(Findings findings, Writer out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      var output = new Output(json);
      for (Diagnostic diagnostic : findings.diagnostics()) {
        output.finding(diagnostic);
      }
    }
    out.write(findings.diagnostics().isEmpty() ? "" : "\n");
  }

  /** A generator whose output is set in like ours everywhere, and that leaves {@code out} open. */
  public static JsonGenerator generator(Writer out) throws IOException {
    var json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    var indenter = new DefaultIndenter("  ", "\n");
    var separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return json.setPrettyPrinter(
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter));
  }

  /** Writes findings and how many there are as fields of an object that is open. */
  static void findings(JsonGenerator json, Findings findings) throws IOException {
    var output = new Output(json);
    output.findings(findings);
    output.summary(findings);
  }

  private static final class Output {
    private final JsonGenerator json;
    private final ByteOffsets bytes = new ByteOffsets();

    Output(JsonGenerator json) {
      this.json = json;
    }

    void write(Findings findings, boolean statistics) throws IOException {
      json.writeStartObject();
      text("schema", "unitlint/check/1");
      findings(findings);
      summary(findings);
      if (statistics) {
        statistics(findings);
      }
      json.writeEndObject();
    }

    private void findings(Findings findings) throws IOException {
      json.writeArrayFieldStart("findings");
      for (Diagnostic diagnostic : findings.diagnostics()) {
        finding(diagnostic);
      }
      json.writeEndArray();
    }

    private void finding(Diagnostic diagnostic) throws IOException {
      json.writeStartObject();
      text("rule", diagnostic.rule().code());
      text("name", diagnostic.rule().name());
      text("severity", diagnostic.severity().word());
      place(diagnostic.place());
      text("message", diagnostic.message());
      if (diagnostic.unit().isPresent()) {
        text("unit", diagnostic.unit().get());
      }
      labels(diagnostic.labels());
      notes(diagnostic.notes());
      if (diagnostic.help().isPresent()) {
        text("help", diagnostic.help().get());
      }
      fixes(diagnostic.fixes());
      json.writeEndObject();
    }

    private void place(Place place) throws IOException {
      text("file", place.source().name());
      json.writeNumberField("line", place.line());
      json.writeNumberField("column", place.column());
      json.writeNumberField("endLine", place.endLine());
      json.writeNumberField("endColumn", place.endColumn());
    }

    private void labels(List<Label> labels) throws IOException {
      json.writeArrayFieldStart("labels");
      for (Label label : labels) {
        json.writeStartObject();
        place(label.place());
        text("message", label.message());
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void notes(List<String> notes) throws IOException {
      json.writeArrayFieldStart("notes");
      for (String note : notes) {
        json.writeString(valid(note));
      }
      json.writeEndArray();
    }

    private void fixes(List<Fix> fixes) throws IOException {
      json.writeArrayFieldStart("fixes");
      for (Fix fix : fixes) {
        json.writeStartObject();
        text("message", fix.message());
        json.writeBooleanField("safe", fix.safe());
        json.writeArrayFieldStart("edits");
        for (Edit edit : fix.edits()) {
          edit(edit);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void edit(Edit edit) throws IOException {
      var source = edit.place().source();
      var span = edit.place().span();
      json.writeStartObject();
      text("file", source.name());
      json.writeNumberField("start", bytes.of(source, span.start()));
      json.writeNumberField("end", bytes.of(source, span.end()));
      text("text", edit.text());
      json.writeEndObject();
    }

    private void summary(Findings findings) throws IOException {
      json.writeObjectFieldStart("summary");
      json.writeNumberField("files", findings.files());
      json.writeNumberField("units", findings.units());
      for (Severity severity : Severity.values()) {
        json.writeNumberField(severity.word() + "s", findings.count(severity));
      }
      json.writeEndObject();
    }

    private void statistics(Findings findings) throws IOException {
      json.writeArrayFieldStart("statistics");
      for (var count : Statistics.of(findings)) {
        json.writeStartObject();
        json.writeNumberField("count", count.findings());
        text("rule", count.rule().code());
        text("name", count.rule().name());
        text("severity", count.severity().word());
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void text(String name, String value) throws IOException {
      json.writeStringField(name, valid(value));
    }
  }

  /** The text with each lone surrogate replaced. */
  public static String valid(String text) {
    StringBuilder out = null;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < Character.MIN_SURROGATE || !Character.isSurrogate(text.charAt(i))) {
        continue;
      }
      if (Character.isSupplementaryCodePoint(text.codePointAt(i))) {
        i++;
        continue;
      }
      out = out == null ? new StringBuilder(text) : out;
      out.setCharAt(i, REPLACEMENT);
    }
    return out == null ? text : out.toString();
  }
}
