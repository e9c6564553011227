package org.unitlint.report.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.Findings;
import org.unitlint.source.Source;

class ExchangeFormatTest {
  private static final Source SOURCE =
      Source.of("a,b:c.service", "[Service]\nType=oneshot\nX=100%\n");

  private static String write(ExchangeFormat format) {
    var two =
        Hostile.RULE
            .at(SOURCE.place(10, 22), "`<100%>`\nof it")
            .label(SOURCE.place(0, 9), "in this section")
            .note("one fact")
            .help("drop it");
    var lines = Hostile.OTHER.at(SOURCE.whole(), "& more").as(Severity.INFO);
    return Hostile.write(format, new Findings(List.of(two, lines), 2, 1));
  }

  @Test
  void github() {
    assertEquals(
        """
        ::notice file=a%2Cb%3Ac.service,line=1,endLine=4,title=H101 no-sandbox::a,b:c.service:1:1: & \
        more
        ::error file=a%2Cb%3Ac.service,line=2,endLine=2,col=1,endColumn=13,title=U214 \
        oneshot-restart::a,b:c.service:2:1: `<100%25>`␊of it%0Aa,b:c.service:1:1: in this \
        section%0Anote: one fact%0Ahelp: drop it
        """,
        write(ExchangeFormat.GITHUB));
  }

  @Test
  void gitlab() {
    assertEquals(
        """
        [
          {
            "type": "issue",
            "check_name": "H101 no-sandbox",
            "description": "& more",
            "severity": "minor",
            "fingerprint": "PRINT",
            "location": {
              "path": "a,b:c.service",
              "lines": {
                "begin": 1,
                "end": 4
              }
            }
          },
          {
            "type": "issue",
            "check_name": "U214 oneshot-restart",
            "description": "`<100%>`␊of it",
            "content": {
              "body": "a,b:c.service:1:1: in this section\\nnote: one fact\\nhelp: drop it"
            },
            "severity": "critical",
            "fingerprint": "PRINT",
            "location": {
              "path": "a,b:c.service",
              "lines": {
                "begin": 2,
                "end": 2
              }
            }
          }
        ]
        """,
        write(ExchangeFormat.GITLAB).replaceAll("[0-9a-f]{32}", "PRINT"));
  }

  @Test
  void junit() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="unitlint" tests="4" failures="1" errors="0" skipped="0" time="0">
        <testsuite name="a,b:c.service" tests="2" failures="1" errors="0" skipped="0" time="0">
        <testcase name="H101 no-sandbox" classname="a,b:c.service" time="0" file="a,b:c.service" line="1">
        <system-out>a,b:c.service:1:1: info: &amp; more</system-out>
        </testcase>
        <testcase name="U214 oneshot-restart" classname="a,b:c.service" time="0" file="a,b:c.service" line="2">
        <failure type="error" message="`&lt;100%&gt;`␊of it">a,b:c.service:2:1: error: `&lt;100%&gt;`␊of it
        a,b:c.service:1:1: in this section
        note: one fact
        help: drop it</failure>
        </testcase>
        </testsuite>
        <testsuite name="clean.service" tests="1" failures="0" errors="0" skipped="0" time="0">
        <testcase name="no findings" classname="clean.service" time="0" file="clean.service"/>
        </testsuite>
        <testsuite name="odd␁&lt;&amp;&gt;\uFFFDé 日.service" tests="1" failures="0" errors="0" skipped="0" time="0">
        <testcase name="no findings" classname="odd␁&lt;&amp;&gt;\uFFFDé 日.service" time="0" file="odd␁&lt;&amp;&gt;\uFFFDé 日.service"/>
        </testsuite>
        </testsuites>
        """,
        write(ExchangeFormat.JUNIT));
  }

  @Test
  void junitTellsThatSomethingWasNotRead() {
    var run = new CheckRun("1", List.of(), Source::name, r -> "", false);
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="unitlint" tests="1" failures="0" errors="1" skipped="0" time="0">
        <testsuite name="unitlint" tests="1" failures="0" errors="1" skipped="0" time="0">
        <testcase name="inputs" classname="unitlint" time="0">
        <error type="input" message="something that was asked for could not be read"/>
        </testcase>
        </testsuite>
        </testsuites>
        """,
        Hostile.write(ExchangeFormat.JUNIT, new Findings(List.of(), 0, 0), run));
  }

  @Test
  void checkstyle() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
        <file name="a,b:c.service">
        <error line="1" column="1" severity="info" message="&amp; more" source="unitlint.H101"/>
        <error line="2" column="1" severity="error" message="`&lt;100%&gt;`␊of it; note: one fact; help: drop it" source="unitlint.U214"/>
        </file>
        <file name="clean.service">
        </file>
        <file name="odd␁&lt;&amp;&gt;\uFFFDé 日.service">
        </file>
        </checkstyle>
        """,
        write(ExchangeFormat.CHECKSTYLE));
  }
}
