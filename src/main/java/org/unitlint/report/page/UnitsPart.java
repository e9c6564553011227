package org.unitlint.report.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.unitlint.boot.Result;
import org.unitlint.graph.Starts;
import org.unitlint.graph.WhyStarted;
import org.unitlint.host.Unit;
import org.unitlint.report.Palette;
import org.unitlint.report.RefusalText;
import org.unitlint.report.Spans;
import org.unitlint.report.WhyQuestion;
import org.unitlint.report.WhyStartedText;
import org.unitlint.report.draw.Counted;
import org.unitlint.report.page.Group.Numbered;
import org.unitlint.security.Advice;

/** Each unit: its files, why it is started, what is set, its exposure, what it depends on. */
final class UnitsPart {
  /** How many chains of a kind tell why a unit is started. */
  private static final int MOST_CHAINS = 6;

  private final Report report;
  private final Hyper out;
  private final Map<String, List<Numbered>> findings = new HashMap<>();
  private final Map<String, Advice> advice = new HashMap<>();

  UnitsPart(Report report, List<Group> groups, Hyper out) {
    this.report = report;
    this.out = out;
    for (Group group : groups) {
      group.unit().ifPresent(u -> findings.put(u, group.findings()));
    }
    report.services().services().forEach(a -> advice.put(a.now().unit().toString(), a));
    report.others().forEach(a -> advice.put(a.now().unit().toString(), a));
  }

  void write() throws IOException {
    out.section("units", "Units");
    out.words("unit");
    int others = report.graph().units().size() - report.told().size();
    if (others > 0) {
      String more = Counted.of(others, "more unit") + " known, without a part here.";
      out.element("p", "more", more);
    }
    var whys = whys();
    for (String name : report.told()) {
      unit(report.graph().units().get(name), whys.getOrDefault(name, ""));
    }
    out.end();
  }

  /** Why each unit is started or not, as far as that is known. */
  private Map<String, String> whys() {
    return List.copyOf(report.told()).parallelStream()
        .filter(n -> report.starts().isKnown() || !report.graph().units().get(n).isLoaded())
        .collect(Collectors.toMap(n -> n, this::why));
  }

  private String why(String name) {
    var scope = report.graph().machine().setup().scope();
    var question = new WhyQuestion(List.of(name), report.anchor(), scope, MOST_CHAINS);
    var why = WhyStarted.of(report.graph(), report.starts(), name);
    return WhyStartedText.of(why, question, Palette.COLOUR);
  }

  private void unit(Unit unit, String why) throws IOException {
    String name = unit.toString();
    out.open("details", "unit").set("id", Hyper.unitId(name)).set("data-unit", name);
    out.open("summary", "").element("code", "", name).text(" ");
    out.element("span", "state " + unit.state().word(), unit.state().word());
    var about = unit.last("Unit", "Description");
    if (about.isPresent()) {
      out.text(" ").element("span", "about", about.get().text());
    }
    var own = findings.getOrDefault(name, List.of());
    if (!own.isEmpty()) {
      String style = "count " + own.get(0).finding().severity().word();
      out.text(" ").element("span", style, Counted.of(own.size(), "finding"));
    }
    out.end();
    facts(unit);
    findings(own);
    why(name, why);
    new SettingsTable(report.graph().machine(), unit, out).write();
    if (advice.containsKey(name)) {
      new UnitExposure(advice.get(name), out).write();
    }
    new DependencyLists(report.graph(), name, out).write();
    out.end();
  }

  private void facts(Unit unit) throws IOException {
    out.open("dl", "");
    var files = new ArrayList<String>();
    if (!unit.fragmentPath().isEmpty()) {
      files.add(unit.fragmentPath());
    }
    files.addAll(unit.dropinPaths());
    if (!files.isEmpty()) {
      fact(files.size() == 1 ? "file" : "files");
      for (String file : files) {
        out.element("code", "", file).text(" ");
      }
      out.end();
    }
    var others = new TreeSet<>(unit.names());
    others.remove(unit.toString());
    if (!others.isEmpty()) {
      fact("other names");
      out.text(String.join(", ", others)).end();
    }
    if (!unit.refusals().isEmpty()) {
      fact("refused for");
      for (var refusal : unit.refusals()) {
        var place = refusal.place();
        out.ticked(RefusalText.of(refusal.reason()));
        out.text(" (" + place.source().name() + ":" + place.line() + ") ");
      }
      out.end();
    }
    job(unit.toString());
    out.end();
  }

  private void fact(String name) throws IOException {
    out.element("dt", "", name).open("dd", "");
  }

  /** What becomes of it in the simulated boot. */
  private void job(String name) throws IOException {
    var entry = report.forecast().timeline().entries().get(name);
    if (entry == null || !entry.began()) {
      return;
    }
    fact("in the boot");
    if (entry.result() == Result.SKIPPED) {
      out.text("skipped after " + Spans.of(entry.startMicros()));
    } else {
      out.text("starts after " + Spans.of(entry.startMicros()));
      out.text(", takes " + Spans.of(entry.ownMicros()));
      if (entry.result() != Result.DONE) {
        out.text(": " + entry.result().word());
      }
    }
    if (entry.waitedFor().isPresent()) {
      out.text("; waits for ").unit(entry.waitedFor().get());
    }
    out.end();
  }

  private void findings(List<Numbered> own) throws IOException {
    if (own.isEmpty()) {
      return;
    }
    out.element("h3", "", "Findings").open("ul", "");
    for (Numbered numbered : own) {
      var finding = numbered.finding();
      out.open("li", "").open("a", "").set("href", "#" + numbered.id());
      out.text(finding.severity().word() + " " + finding.rule().code()).close();
      out.text(" ").ticked(finding.message()).close();
    }
    out.end();
  }

  private void why(String name, String text) throws IOException {
    if (!text.isEmpty()) {
      boolean never = report.starts().when(name) == Starts.When.NEVER;
      out.element("h3", "", never ? "Why it is not started" : "Why it is started");
      out.painted("why", "why " + name, text);
    }
  }
}
