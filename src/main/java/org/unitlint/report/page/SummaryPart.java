package org.unitlint.report.page;

import java.io.IOException;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.Spans;
import org.unitlint.report.draw.Counted;

/** What there is to say in numbers, each of which leads to its part. */
record SummaryPart(Report report, Hyper out) {
  void write() throws IOException {
    out.section("summary", "Summary");
    out.open("ul", "cards");
    out.markup().line();
    for (Severity severity : Severity.values()) {
      int count = report.findings().count(severity);
      if (count > 0 || severity.atLeast(Severity.WARNING)) {
        String style = count == 0 ? "good" : severity.word();
        card("#findings", style, "" + count, word(count, severity.word()));
      }
    }
    troubles();
    var units = report.graph().units().values();
    card("#units", "", "" + report.told().size(), word(report.told().size(), "unit"));
    if (report.starts().isKnown() && report.forecast().plan().refusal().isEmpty()) {
      card("#dependencies", "", "" + report.starts().atOnce().size(), "started at once");
    }
    boot();
    long refused = units.stream().filter(u -> !u.refusals().isEmpty()).count();
    if (refused > 0) {
      card("#units", "error", "" + refused, "refused by systemd");
    }
    long ports =
        report.ports().rows().stream().filter(r -> r.listening().endpoint().isPort()).count();
    card("#ports", "", "" + ports, "listening on ports");
    out.end().end();
  }

  private void troubles() throws IOException {
    int cycles = report.cycles().size();
    int conflicts = report.conflicts().size();
    if (cycles > 0) {
      card("#cycles", "error", "" + cycles, word(cycles, "ordering cycle"));
    }
    if (conflicts > 0) {
      card("#cycles", "warning", "" + conflicts, word(conflicts, "conflict"));
    }
  }

  private void boot() throws IOException {
    var forecast = report.forecast();
    if (forecast.plan().refusal().isPresent()) {
      card("#boot", "error", "none", "of it is started");
      return;
    }
    String kind = report.detail().measured() ? "until all is done" : "until all is done, estimated";
    card("#boot", "", Spans.of(forecast.timeline().totalMicros()), kind);
    long failing =
        forecast.timeline().entries().values().stream().filter(e -> !e.result().isGood()).count();
    if (failing > 0) {
      card("#boot", "warning", "" + failing, failing == 1 ? "start fails" : "starts fail");
    }
  }

  private static String word(int count, String word) {
    return Counted.of(count, word).substring(("" + count).length() + 1);
  }

  private void card(String link, String style, String number, String what) throws IOException {
    out.open("li", ("card " + style).strip()).open("a", "").set("href", link);
    out.element("strong", "", number).text(" ").element("span", "", what).close().end();
  }
}
