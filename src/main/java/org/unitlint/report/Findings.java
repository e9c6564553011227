package org.unitlint.report;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;

/**
 * What a check found.
 *
 * @param diagnostics in {@link Diagnostic#ORDER}, however they were given
 * @param files the number of files read
 * @param units the number of units that the files make up
 */
public record Findings(List<Diagnostic> diagnostics, int files, int units) {
  public Findings {
    var sorted = new ArrayList<>(diagnostics);
    sorted.sort(Diagnostic.ORDER);
    diagnostics = List.copyOf(sorted);
  }

  /** The number of findings of exactly this severity. */
  public int count(Severity severity) {
    int count = 0;
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == severity) {
        count++;
      }
    }
    return count;
  }
}
