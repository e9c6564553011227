package org.unitlint.report.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.report.Findings;

/** Findings by the paths of their files. */
final class ByFile {
  private ByFile() {}

  /** All that was read or has findings; files without any have an empty list. */
  static SortedMap<String, List<Diagnostic>> of(Findings findings, CheckRun run) {
    var byFile = new TreeMap<String, List<Diagnostic>>();
    run.files().forEach(f -> byFile.put(f, new ArrayList<>()));
    for (Diagnostic finding : findings.diagnostics()) {
      String path = run.path().apply(finding.place().source());
      byFile.computeIfAbsent(path, p -> new ArrayList<>()).add(finding);
    }
    return byFile;
  }
}
