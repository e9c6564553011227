package org.unitlint.report.ci;

import java.io.IOException;
import java.io.Writer;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.Cells;
import org.unitlint.report.Findings;
import org.unitlint.report.FindingsReport;

/**
 * One workflow command a finding, on one line each. The message begins with the place, because the
 * log shows nothing else of it.
 */
final class GithubReport implements FindingsReport {
  private final CheckRun run;
  private final Remarks remarks;

  GithubReport(CheckRun run) {
    this.run = run;
    this.remarks = new Remarks(run);
  }

  @Override
  public void write(Findings findings, Writer out) throws IOException {
    for (Diagnostic finding : findings.diagnostics()) {
      out.append(command(finding)).append('\n');
    }
  }

  private String command(Diagnostic finding) {
    var place = finding.place();
    var rule = finding.rule();
    var text = new StringBuilder("::").append(word(finding.severity()));
    text.append(" file=").append(property(Cells.clean(run.path().apply(place.source()))));
    text.append(",line=").append(place.line()).append(",endLine=").append(place.endLine());
    if (place.line() == place.endLine()) {
      // Columns of a finding over several lines are refused.
      text.append(",col=").append(place.column()).append(",endColumn=").append(place.endColumn());
    }
    text.append(",title=").append(property(rule.code() + " " + rule.name())).append("::");
    text.append(data(remarks.where(place) + ": " + Remarks.message(finding)));
    remarks.all(finding).forEach(line -> text.append("%0A").append(data(line)));
    return text.toString();
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
