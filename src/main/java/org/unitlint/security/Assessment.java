package org.unitlint.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.unitlint.catalog.ExposureCheck;

/**
 * How exposed a service is, as it stands or as it would be with more lines.
 *
 * @param said what the service says
 * @param findings of all checks, in systemd's order
 * @param burden the sum of badness of all checks, each weighed
 * @param weights the sum of the weights of all checks that apply
 */
record Assessment(Said said, List<Finding> findings, long burden, long weights) {
  private static final int HUNDREDTHS = 1000;
  private static final int TENTHS = 100;

  Assessment {
    findings = List.copyOf(findings);
  }

  /**
   * What one check came to.
   *
   * @param asked the directives that it asked for, set or not
   */
  record Finding(Outcome outcome, Set<String> asked) {
    /** Whether it may come to something else with settings of these directives. */
    boolean dependsOn(List<String> directives) {
      for (String directive : directives) {
        if (asked.contains(directive)) {
          return true;
        }
      }
      return false;
    }
  }

  static Assessment of(Said said, List<Finding> findings) {
    long burden = 0;
    long weights = 0;
    for (Finding finding : findings) {
      burden += finding.outcome().burden();
      weights += finding.outcome().applies() ? finding.outcome().weight() : 0;
    }
    return new Assessment(said, findings, burden, weights);
  }

  /** The exposure of the service; the places are its own only as it stands. */
  Exposure exposure() {
    return new Exposure(said.unit(), findings.stream().map(Finding::outcome).toList());
  }

  /** The exposure in tenths. */
  int tenths() {
    return weights == 0 ? 0 : (int) Exposure.quotient(burden * TENTHS, weights);
  }

  /** The exposure in hundredths of the scale's points, rounded down. */
  int hundredths() {
    return weights == 0 ? 0 : (int) (burden * HUNDREDTHS / weights);
  }

  /** The checks that come out better than they did. */
  List<ExposureCheck> improvedSince(Assessment before) {
    var improved = new ArrayList<ExposureCheck>();
    for (int i = 0; i < findings.size(); i++) {
      var old = before.findings.get(i).outcome();
      var now = findings.get(i).outcome();
      if (now != old && now.burden() < old.burden()) {
        improved.add(now.check());
      }
    }
    return improved;
  }
}
