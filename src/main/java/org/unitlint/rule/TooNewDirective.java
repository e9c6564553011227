package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.catalog.Standing;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** Versions of systemd older than a directive ignore it. See systemd.directives(7). */
final class TooNewDirective implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U106", "too-new-directive", WARNING, "directive of a later version of systemd");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return Spelling.in(file, facts, Spelling.Sort.KNOWN)
        .filter(s -> s.directive(facts).standing(facts.version()) == Standing.TOO_NEW)
        .map(s -> found(s, facts));
  }

  private static Diagnostic found(Spelling written, Facts facts) {
    return RULE.at(
            written.line().key().place(),
            "`%s=` needs systemd %d or newer",
            written.shown(),
            written.directive(facts).since().latest())
        .note("systemd " + facts.version() + " ignores it")
        .help("remove it, or check against the version that the unit is for");
  }
}
