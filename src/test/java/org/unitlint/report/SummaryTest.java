package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;

class SummaryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 0 0 0 | 453 | 501 |   310 | no findings in 453 files (501 units), 0.31 s
          0 0 0 0 |   0 |   0 |     0 | no findings in 0 files (0 units), 0.00 s
          2 1 0 0 |   3 |   4 |   209 | 2 errors, 1 warning in 3 files (4 units), 0.21 s
          1 0 0 0 |   1 |   1 |    45 | 1 error in 1 file (1 unit), 0.05 s
          0 2 1 3 |   1 |   0 |   995 | 2 warnings, 1 info, 3 hints in 1 file (0 units), 1.00 s
          0 0 0 1 |   2 |   1 | 61234 | 1 hint in 2 files (1 unit), 61.23 s
          """)
  void line(String counts, int files, int units, long millis, String expected) {
    var diagnostics = new ArrayList<Diagnostic>();
    for (Severity severity : Severity.values()) {
      int count = counts.charAt(2 * severity.ordinal()) - '0';
      for (int i = 0; i < count; i++) {
        diagnostics.add(Samples.backup().as(severity));
      }
    }
    assertEquals(expected, Summary.line(new Findings(diagnostics, files, units), millis));
  }

  @Test
  void findingsComeInOrder() {
    var unit = Samples.unit("AB");
    var late = Samples.RULE.at(Samples.at(unit, "B"), "late");
    var early = Samples.RULE.at(Samples.at(unit, "A"), "early");
    var findings = new Findings(List.of(late, early), 1, 1);
    assertEquals(List.of(early, late), findings.diagnostics());
  }
}
