package org.unitlint.report.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.FrameText;
import org.unitlint.report.Palette;
import org.unitlint.report.page.Group.Numbered;

/** The findings with the lines that they are about, those of a unit together. */
record FindingsPart(Report report, List<Group> groups, Hyper out) {
  void write() throws IOException {
    out.section("findings", "Findings");
    if (groups.isEmpty()) {
      out.element("p", "good", "Nothing was found.").end();
      return;
    }
    filter();
    out.open("p", "scripted").set("id", "found").set("role", "status").end();
    for (Group group : groups) {
      group(group);
    }
    out.end();
  }

  private void filter() throws IOException {
    out.open("form", "scripted").set("id", "filter").set("aria-label", "Filter findings");
    out.open("fieldset", "").element("legend", "", "Severity");
    for (Severity severity : Severity.values()) {
      int count = report.findings().count(severity);
      if (count > 0) {
        severity(severity, count);
      }
    }
    out.end().open("label", "").text("Rule ").open("select", "").set("name", "rule");
    out.open("option", "").set("value", "").text("all rules").close();
    for (var entry : byRule().entrySet()) {
      var rule = entry.getValue().get(0).rule();
      String label = rule.code() + " " + rule.name() + " (" + entry.getValue().size() + ")";
      out.open("option", "").set("value", rule.code()).text(label).close();
    }
    out.close().end();
    out.open("label", "").text("Words ");
    out.markup().empty("input").set("name", "words").set("type", "search");
    out.markup().set("autocomplete", "off");
    out.end().end();
  }

  private void severity(Severity severity, int count) throws IOException {
    out.open("label", "");
    out.markup().empty("input").set("type", "checkbox").set("name", "severity");
    out.markup().set("value", severity.word());
    if (severity != Severity.HINT) {
      out.set("checked", "checked");
    }
    out.text(" " + severity.word() + " ").element("span", "count", "" + count).close();
  }

  private TreeMap<String, List<Diagnostic>> byRule() {
    var byRule = new TreeMap<String, List<Diagnostic>>();
    for (Diagnostic finding : report.findings().diagnostics()) {
      byRule.computeIfAbsent(finding.rule().code(), c -> new ArrayList<>()).add(finding);
    }
    return byRule;
  }

  private void group(Group group) throws IOException {
    out.open("div", "group");
    if (group.unit().isPresent()) {
      out.set("data-unit", group.name());
    }
    out.open("h3", "");
    if (group.unit().isPresent()) {
      out.unit(group.name());
    } else {
      out.element("code", "", group.name());
    }
    out.text(" ").element("span", "count", "" + group.findings().size()).end();
    for (Numbered numbered : group.findings()) {
      finding(numbered);
    }
    out.end();
  }

  private void finding(Numbered numbered) throws IOException {
    var finding = numbered.finding();
    String severity = finding.severity().word();
    String file = finding.place().source().name();
    out.open("article", "finding " + severity).set("id", numbered.id());
    out.set("data-severity", severity).set("data-rule", finding.rule().code());
    out.set("data-name", finding.rule().name()).set("data-file", file);
    out.open("h4", "").element("span", "badge " + severity, severity).text(" ");
    out.element("span", "code", finding.rule().code()).text(" ").ticked(finding.message()).end();
    String where = file + ":" + finding.place().line();
    out.painted("frame", where, FrameText.of(finding, Palette.COLOUR));
    if (finding.help().isPresent()) {
      remark("help", finding.help().get());
    }
    for (String note : finding.notes()) {
      remark("note", note);
    }
    out.ticked("p", "more", "`" + finding.rule().name() + "`");
    out.end();
  }

  private void remark(String kind, String text) throws IOException {
    out.open("p", kind).element("b", "", kind).text(" ");
    var lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        out.markup().empty("br");
      }
      out.ticked(lines.get(i));
    }
    out.end();
  }
}
