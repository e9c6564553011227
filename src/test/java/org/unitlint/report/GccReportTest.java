package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.unitlint.report.Samples.RULE;
import static org.unitlint.report.Samples.backup;

import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.Severity;
import org.unitlint.source.Source;

class GccReportTest {
  @Test
  void oneLineAFinding() {
    var odd = Source.of("x\u001B\uDC80.service", "");
    assertEquals(
        """
        etc/systemd/system/backup.service:3:9: error: `Restart=always` is refused for a oneshot \
        service [U214]
        x␛\uFFFD.service:1:1: note: a␊b [U214]
        x␛\uFFFD.service:1:1: note: c [U214]
        x␛\uFFFD.service:1:1: warning: d [U214]
        """,
        Samples.write(
            CheckFormat.GCC.report(Palette.COLOUR),
            RULE.at(odd.whole(), "d").as(Severity.WARNING),
            RULE.at(odd.whole(), "a\nb").as(Severity.INFO),
            RULE.at(odd.whole(), "c").as(Severity.HINT),
            backup()));
  }
}
