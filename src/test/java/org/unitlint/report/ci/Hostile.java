package org.unitlint.report.ci;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.Findings;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/** Findings with texts and names that no format likes. */
final class Hostile {
  static final RuleInfo RULE =
      new RuleInfo("U214", "oneshot-restart", Severity.ERROR, "oneshot service restarts");
  static final RuleInfo OTHER =
      new RuleInfo("H101", "no-sandbox", Severity.WARNING, "service without a sandbox");

  private static final String[] PARTS = {
    "A=b",
    "x",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\u001B[2J",
    "\u009B",
    "\u202E",
    "é",
    "日本",
    "🚀",
    "\uD83D",
    "\uDC80",
    "\uDCFF",
    "\uFEFF",
    "\uFFFE",
    "\uFFFF",
    "\u007F",
    "\u2028",
    "]]>",
    "<!--",
    "--",
    "&lt;",
    "&#0;",
    "<a b='\"'>",
    "</failure>",
    "%",
    "%0A",
    ":",
    "::",
    ",",
    "::error::",
    "{0}",
    "{",
    "}",
    "[a](b)",
    "\\",
    "\"",
    "'",
    "`",
    "/",
    "..",
    "#",
    "?",
    "y".repeat(3000)
  };

  private final Random random;

  Hostile(int seed) {
    this.random = new Random(seed);
  }

  /** A check that read a file of an odd name besides. */
  static CheckRun run() {
    return new CheckRun(
        "1.2.3",
        List.of("clean.service", "odd\u0001<&>\uDC80é 日.service"),
        Source::name,
        rule -> "# " + rule.code() + "\nA lead.\n\n## Bad\n```ini a.service\n[Unit]\n```\n",
        true);
  }

  String text(int parts) {
    var out = new StringBuilder();
    for (int i = random.nextInt(parts + 1); i > 0; i--) {
      int part = random.nextInt(PARTS.length + 40);
      out.append(PARTS[part % (part < PARTS.length ? PARTS.length : PARTS.length - 1)]);
    }
    return out.toString();
  }

  private Place place(Source source) {
    int start = random.nextInt(source.text().length() + 1);
    return source.place(start, start + random.nextInt(source.text().length() - start + 1));
  }

  Diagnostic finding() {
    var one = Source.of(text(2) + "a", text(30));
    var two = Source.of(text(2) + "b", text(10));
    var severity = Severity.values()[random.nextInt(4)];
    var finding = (random.nextBoolean() ? RULE : OTHER).at(place(one), "m" + text(4)).as(severity);
    for (int i = random.nextInt(4); i > 0; i--) {
      finding = finding.label(place(random.nextInt(4) == 0 ? two : one), "l" + text(3));
    }
    finding = random.nextBoolean() ? finding.note("n" + text(3)) : finding;
    finding = random.nextBoolean() ? finding.help("h" + text(3)) : finding;
    finding = random.nextBoolean() ? finding.about(text(2) + ".service") : finding;
    return random.nextBoolean()
        ? finding
        : finding.fix(
            "f" + text(2),
            random.nextBoolean(),
            new Edit(place(one), text(2)),
            new Edit(place(two), text(2)));
  }

  Findings findings() {
    var findings = new ArrayList<Diagnostic>();
    for (int count = random.nextInt(6); count > 0; count--) {
      var finding = finding();
      findings.add(finding);
      if (random.nextInt(4) == 0) {
        findings.add(finding);
      }
    }
    return new Findings(findings, 2, 2);
  }

  static String write(ExchangeFormat format, Findings findings) {
    return write(format, findings, run());
  }

  static String write(ExchangeFormat format, Findings findings, CheckRun run) {
    var out = new StringWriter();
    try {
      format.report(run).write(findings, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
