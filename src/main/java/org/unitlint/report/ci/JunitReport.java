package org.unitlint.report.ci;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.Cells;
import org.unitlint.report.Findings;
import org.unitlint.report.FindingsReport;
import org.unitlint.report.svg.Markup;

/**
 * JUnit's XML: a suite for each file, and in it a test for each finding, or one that has passed.
 * Errors and warnings are failures; tests with advice pass and tell it as their output. The names
 * of tests hold no line, so that they stay the same when lines move.
 */
final class JunitReport implements FindingsReport {
  private final CheckRun run;
  private final Remarks remarks;

  JunitReport(CheckRun run) {
    this.run = run;
    this.remarks = new Remarks(run);
  }

  @Override
  public void write(Findings findings, Writer out) throws IOException {
    var byFile = ByFile.of(findings, run);
    var xml = Xml.begin(out);
    xml.open("testsuites").set("name", "unitlint");
    int tests = byFile.values().stream().mapToInt(JunitReport::tests).sum();
    counts(
        tests + (run.complete() ? 0 : 1), failures(findings.diagnostics()), !run.complete(), xml);
    xml.line();
    for (Map.Entry<String, List<Diagnostic>> file : byFile.entrySet()) {
      suite(file.getKey(), file.getValue(), xml);
    }
    if (!run.complete()) {
      unread(xml);
    }
    xml.close().line().finish();
  }

  private static int tests(List<Diagnostic> findings) {
    return Math.max(1, findings.size());
  }

  private static int failures(List<Diagnostic> findings) {
    return (int) findings.stream().filter(JunitReport::fails).count();
  }

  private static boolean fails(Diagnostic finding) {
    return finding.severity().atLeast(Severity.WARNING);
  }

  private static void counts(int tests, int failures, boolean error, Markup xml)
      throws IOException {
    xml.set("tests", Xml.number(tests))
        .set("failures", Xml.number(failures))
        .set("errors", error ? "1" : "0")
        .set("skipped", "0")
        .set("time", "0");
  }

  private void suite(String path, List<Diagnostic> findings, Markup xml) throws IOException {
    String file = Cells.clean(path);
    xml.open("testsuite").set("name", file);
    counts(tests(findings), failures(findings), false, xml);
    xml.line();
    if (findings.isEmpty()) {
      test(xml.empty("testcase"), "no findings", file);
      xml.line();
    }
    var names = new HashMap<String, Integer>();
    for (Diagnostic finding : findings) {
      String name = finding.rule().code() + " " + finding.rule().name();
      int count = names.merge(name, 1, Integer::sum);
      test(xml.open("testcase"), count == 1 ? name : name + " (" + count + ")", file);
      xml.set("line", Xml.number(finding.place().line())).line();
      told(finding, xml);
      xml.close().line();
    }
    xml.close().line();
  }

  private static void test(Markup xml, String name, String file) throws IOException {
    xml.set("name", name).set("classname", file).set("time", "0").set("file", file);
  }

  private void told(Diagnostic finding, Markup xml) throws IOException {
    String message = Remarks.message(finding);
    if (fails(finding)) {
      xml.open("failure").set("type", finding.severity().word()).set("message", message);
    } else {
      xml.open("system-out");
    }
    var text = new StringBuilder(remarks.where(finding.place())).append(": ");
    text.append(finding.severity().word()).append(": ").append(message);
    remarks.all(finding).forEach(line -> text.append('\n').append(line));
    xml.text(text.toString()).close().line();
  }

  private static void unread(Markup xml) throws IOException {
    xml.open("testsuite").set("name", "unitlint");
    counts(1, 0, true, xml);
    xml.line();
    xml.open("testcase").set("name", "inputs").set("classname", "unitlint").set("time", "0").line();
    xml.empty("error").set("type", "input").set("message", SarifReport.UNREAD).line();
    xml.close().line().close().line();
  }
}
