package org.unitlint.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/** Findings to write, and ways to write them into a string. */
final class Samples {
  static final RuleInfo RULE =
      new RuleInfo("U214", "oneshot-restart", Severity.ERROR, "oneshot service restarts");

  private Samples() {}

  /** The place of the text's first occurrence. */
  static Place at(Source source, String text) {
    int start = source.text().indexOf(text);
    return source.place(start, start + text.length());
  }

  static Source unit(String text) {
    return Source.of("a.service", text);
  }

  static Diagnostic backup() {
    var source =
        Source.of(
            "etc/systemd/system/backup.service",
            "[Service]\nType=oneshot\nRestart=always\nExecStart=/usr/bin/backup\n");
    return RULE.at(at(source, "always"), "`Restart=always` is refused for a oneshot service")
        .label(at(source, "oneshot"), "made oneshot here")
        .help("use `Restart=on-failure`, or drop the line");
  }

  static String write(FindingsReport report, Diagnostic... diagnostics) {
    var out = new StringWriter();
    try {
      report.write(new Findings(List.of(diagnostics), 1, 1), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static String pretty(Diagnostic... diagnostics) {
    return write(CheckFormat.PRETTY.report(Palette.PLAIN), diagnostics);
  }
}
