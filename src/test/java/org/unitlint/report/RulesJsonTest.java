package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.support.Json;

class RulesJsonTest {
  @Test
  void rulesAreListedInTheirOrder() throws IOException {
    var rules =
        List.of(
            new RuleInfo("U2", "second-thing", Severity.ERROR, "say \"no\""),
            new RuleInfo("U1", "first-thing", Severity.HINT, ""));
    var out = new StringWriter();
    RulesJson.write(rules, out);
    assertEquals(
        Map.of(
            "schema",
            "unitlint/rules/1",
            "rules",
            List.of(
                Map.of(
                    "code",
                    "U2",
                    "name",
                    "second-thing",
                    "severity",
                    "error",
                    "summary",
                    "say \"no\""),
                Map.of("code", "U1", "name", "first-thing", "severity", "hint", "summary", ""))),
        Json.parse(out.toString()));
  }
}
