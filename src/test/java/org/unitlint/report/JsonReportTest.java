package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.unitlint.report.Samples.RULE;
import static org.unitlint.report.Samples.at;
import static org.unitlint.report.Samples.backup;

import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.source.Edit;
import org.unitlint.source.Source;

class JsonReportTest {
  private static String json(Diagnostic... diagnostics) {
    return Samples.write(CheckFormat.JSON.report(Palette.COLOUR), diagnostics);
  }

  @Test
  void everyField() {
    var drop = Source.of("x.conf", "# é日🚀\nRestart=always\n");
    assertEquals(
        """
        {
          "schema": "unitlint/check/1",
          "findings": [
            {
              "rule": "U214",
              "name": "oneshot-restart",
              "severity": "error",
              "file": "etc/systemd/system/backup.service",
              "line": 3,
              "column": 9,
              "endLine": 3,
              "endColumn": 15,
              "message": "`Restart=always` is refused for a oneshot service",
              "unit": "backup.service",
              "labels": [
                {
                  "file": "etc/systemd/system/backup.service",
                  "line": 2,
                  "column": 6,
                  "endLine": 2,
                  "endColumn": 13,
                  "message": "made oneshot here"
                }
              ],
              "notes": [
                "one",
                "two"
              ],
              "help": "use `Restart=on-failure`, or drop the line",
              "fixes": [
                {
                  "message": "use on-failure",
                  "safe": true,
                  "edits": [
                    {
                      "file": "x.conf",
                      "start": 20,
                      "end": 26,
                      "text": "on-failure"
                    },
                    {
                      "file": "x.conf",
                      "start": 0,
                      "end": 2,
                      "text": ""
                    }
                  ]
                }
              ]
            }
          ],
          "summary": {
            "files": 1,
            "units": 1,
            "errors": 1,
            "warnings": 0,
            "infos": 0,
            "hints": 0
          }
        }
        """,
        json(
            backup()
                .about("backup.service")
                .note("one")
                .note("two")
                .fix(
                    "use on-failure",
                    true,
                    new Edit(at(drop, "always"), "on-failure"),
                    new Edit(at(drop, "# "), ""))));
  }

  @Test
  void fewFields() {
    var source = Source.of("\uDCFF.service", "🚀a\n");
    assertEquals(
        """
        {
          "schema": "unitlint/check/1",
          "findings": [
            {
              "rule": "U214",
              "name": "oneshot-restart",
              "severity": "hint",
              "file": "\uFFFD.service",
              "line": 1,
              "column": 2,
              "endLine": 1,
              "endColumn": 3,
              "message": "\\u001B\\n\\"🚀\uFFFD",
              "labels": [],
              "notes": [],
              "fixes": []
            }
          ],
          "summary": {
            "files": 1,
            "units": 1,
            "errors": 0,
            "warnings": 0,
            "infos": 0,
            "hints": 1
          }
        }
        """,
        json(RULE.at(at(source, "a"), "\u001B\n\"🚀\uD83D").as(Severity.HINT)));
  }

  @Test
  void nothingFound() {
    assertEquals(
        """
        {
          "schema": "unitlint/check/1",
          "findings": [],
          "summary": {
            "files": 1,
            "units": 1,
            "errors": 0,
            "warnings": 0,
            "infos": 0,
            "hints": 0
          }
        }
        """,
        json());
  }
}
