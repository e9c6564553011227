package org.unitlint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;

/** How often each rule found something. */
final class Statistics {
  private Statistics() {}

  /** How many findings a rule has at a severity. */
  record Count(int findings, RuleInfo rule, Severity severity) {}

  /** The counts, the highest first, equal ones by code and severity. */
  static List<Count> of(Findings findings) {
    record Key(String code, Severity severity) {}
    var counts = new LinkedHashMap<Key, Count>();
    for (Diagnostic finding : findings.diagnostics()) {
      counts.merge(
          new Key(finding.rule().code(), finding.severity()),
          new Count(1, finding.rule(), finding.severity()),
          (old, one) -> new Count(old.findings + 1, old.rule, old.severity));
    }
    var sorted = new ArrayList<>(counts.values());
    sorted.sort(
        Comparator.comparingInt((Count c) -> -c.findings)
            .thenComparing(c -> c.rule.code())
            .thenComparing(Count::severity));
    return sorted;
  }
}
