package org.unitlint.report;

import java.io.IOException;
import java.io.Writer;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;

/** One line a finding, as compilers write them, for editors and log scanners. */
final class GccReport implements FindingsReport {
  @Override
  public void write(Findings findings, Writer out) throws IOException {
    var line = new StringBuilder();
    for (Diagnostic diagnostic : findings.diagnostics()) {
      line.setLength(0);
      write(diagnostic, line);
      out.append(line);
    }
  }

  private static void write(Diagnostic diagnostic, StringBuilder out) {
    var place = diagnostic.place();
    out.append(Cells.clean(place.source().name()));
    out.append(':').append(place.line()).append(':').append(place.column()).append(": ");
    out.append(word(diagnostic.severity())).append(": ").append(Cells.clean(diagnostic.message()));
    out.append(" [").append(diagnostic.rule().code()).append("]\n");
  }

  /** Compilers know three words only. */
  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "note";
    };
  }
}
