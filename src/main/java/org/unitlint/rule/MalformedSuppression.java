package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** A comment that begins like a suppression and is none. */
final class MalformedSuppression implements SuppressionRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "S022", "malformed-suppression", WARNING, "comment that only looks like a suppression");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.suppressions().stream().flatMap(s -> s.flaw().stream()).map(f -> f.told(RULE));
  }
}
