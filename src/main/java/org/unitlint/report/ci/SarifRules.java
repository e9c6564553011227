package org.unitlint.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.Findings;
import org.unitlint.report.JsonReport;

/** The rules of a SARIF log: those that found something, by code. */
final class SarifRules {
  private final TreeMap<String, RuleInfo> rules = new TreeMap<>();
  private final CheckRun run;

  SarifRules(Findings findings, CheckRun run) {
    this.run = run;
    findings.diagnostics().forEach(d -> rules.put(d.rule().code(), d.rule()));
  }

  /** The place of the rule in the list, from 0. */
  int index(RuleInfo rule) {
    return rules.headMap(rule.code()).size();
  }

  /** Writes the list. */
  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rules");
    for (RuleInfo rule : rules.values()) {
      write(rule, json);
    }
    json.writeEndArray();
  }

  private void write(RuleInfo rule, JsonGenerator json) throws IOException {
    var help = new RuleHelp(run.page().apply(rule));
    String lead = help.lead();
    json.writeStartObject();
    json.writeStringField("id", rule.code());
    json.writeStringField("name", rule.name());
    text("shortDescription", rule.summary(), json);
    text("fullDescription", lead.isEmpty() ? rule.summary() : lead, json);
    json.writeObjectFieldStart("help");
    json.writeStringField("text", JsonReport.valid(help.plain(rule)));
    json.writeStringField("markdown", JsonReport.valid(help.markdown()));
    json.writeEndObject();
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    for (String tag : tags(rule)) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeStringField("problem.severity", problem(rule.severity()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void text(String name, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", JsonReport.valid(text));
    json.writeEndObject();
  }

  /** The level of SARIF. */
  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "note";
    };
  }

  /** The words that GitHub sorts by. */
  private static String problem(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "recommendation";
    };
  }

  private static List<String> tags(RuleInfo rule) {
    return switch (rule.code().charAt(0)) {
      case 'S' -> List.of("systemd", "syntax");
      case 'L' -> List.of("systemd", "files");
      case 'D' -> List.of("systemd", "dependencies");
      case 'B' -> List.of("systemd", "boot");
      case 'H' -> List.of("systemd", "hardening");
      case 'X' -> List.of("xinetd");
      default -> List.of("systemd", "units");
    };
  }
}
