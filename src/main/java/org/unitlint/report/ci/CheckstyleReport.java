package org.unitlint.report.ci;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.Cells;
import org.unitlint.report.Findings;
import org.unitlint.report.FindingsReport;
import org.unitlint.report.svg.Markup;

/** Checkstyle's XML, which names files without findings too. */
final class CheckstyleReport implements FindingsReport {
  private static final String VERSION = "4.3";

  private final CheckRun run;

  CheckstyleReport(CheckRun run) {
    this.run = run;
  }

  @Override
  public void write(Findings findings, Writer out) throws IOException {
    var xml = Xml.begin(out);
    xml.open("checkstyle").set("version", VERSION).line();
    for (Map.Entry<String, List<Diagnostic>> file : ByFile.of(findings, run).entrySet()) {
      xml.open("file").set("name", Cells.clean(file.getKey())).line();
      for (Diagnostic finding : file.getValue()) {
        write(finding, xml);
      }
      xml.close().line();
    }
    xml.close().line().finish();
  }

  private static void write(Diagnostic finding, Markup xml) throws IOException {
    var text = new StringBuilder(Remarks.message(finding));
    Remarks.advice(finding).forEach(line -> text.append("; ").append(line));
    xml.empty("error")
        .set("line", Xml.number(finding.place().line()))
        .set("column", Xml.number(finding.place().column()))
        .set("severity", word(finding.severity()))
        .set("message", text.toString())
        .set("source", "unitlint." + finding.rule().code())
        .line();
  }

  private static String word(Severity severity) {
    return severity == Severity.HINT ? Severity.INFO.word() : severity.word();
  }
}
