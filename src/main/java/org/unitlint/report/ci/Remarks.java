package org.unitlint.report.ci;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Label;
import org.unitlint.report.Cells;
import org.unitlint.source.Place;

/**
 * Findings as lines of plain text, for formats that have no better place for what belongs to them.
 */
final class Remarks {
  private final CheckRun run;

  /** Lines that name files as the run does. */
  Remarks(CheckRun run) {
    this.run = run;
  }

  /** Where the place begins. */
  String where(Place place) {
    return Cells.clean(run.path().apply(place.source()))
        + ":"
        + place.line()
        + ":"
        + place.column();
  }

  /** The message, on one line. */
  static String message(Diagnostic finding) {
    return Cells.clean(finding.message()).stripTrailing();
  }

  /** Facts and advice, a line each. */
  static List<String> advice(Diagnostic finding) {
    var lines = new ArrayList<String>();
    finding.notes().forEach(n -> lines.add("note: " + Cells.clean(n)));
    finding.help().ifPresent(h -> lines.add("help: " + Cells.clean(h)));
    return lines;
  }

  /** Labels, facts and advice, a line each. */
  List<String> all(Diagnostic finding) {
    var lines = new ArrayList<String>();
    for (Label label : finding.labels()) {
      lines.add(where(label.place()) + ": " + Cells.clean(label.message()));
    }
    lines.addAll(advice(finding));
    return lines;
  }
}
