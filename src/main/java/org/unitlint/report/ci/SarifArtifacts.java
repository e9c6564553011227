package org.unitlint.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.report.Findings;
import org.unitlint.source.Source;

/** The files of a SARIF log: those that were read, and all that findings name, by path. */
final class SarifArtifacts {
  private static final String BASE = "%SRCROOT%";

  private final TreeMap<String, Integer> indexes = new TreeMap<>();
  private final Set<String> read;
  private final CheckRun run;

  SarifArtifacts(Findings findings, CheckRun run) {
    this.run = run;
    this.read = Set.copyOf(run.files());
    SortedSet<String> paths = new TreeSet<>(read);
    for (Diagnostic finding : findings.diagnostics()) {
      paths.add(path(finding.place().source()));
      finding.labels().forEach(l -> paths.add(path(l.place().source())));
      finding.fixes().stream()
          .flatMap(f -> f.edits().stream())
          .forEach(e -> paths.add(path(e.place().source())));
    }
    paths.forEach(p -> indexes.put(p, indexes.size()));
  }

  private String path(Source source) {
    return run.path().apply(source);
  }

  /** Writes the list, and what relative paths are relative to. */
  void write(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(BASE);
    json.writeObjectFieldStart("description");
    json.writeStringField("text", "the folder in which unitlint was started");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayFieldStart("artifacts");
    for (String path : indexes.keySet()) {
      json.writeStartObject();
      location("location", path, json);
      json.writeStringField("encoding", "UTF-8");
      if (read.contains(path)) {
        json.writeArrayFieldStart("roles");
        json.writeString("analysisTarget");
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes where the source lies. */
  void location(Source source, JsonGenerator json) throws IOException {
    location("artifactLocation", path(source), json);
  }

  private void location(String name, String path, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("uri", FileUri.of(path));
    if (!path.startsWith("/")) {
      json.writeStringField("uriBaseId", BASE);
    }
    json.writeNumberField("index", indexes.get(path));
    json.writeEndObject();
  }
}
