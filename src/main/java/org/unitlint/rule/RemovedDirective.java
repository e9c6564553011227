package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.catalog.Standing;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** Directives that systemd does not know any more, and ignores. See systemd.directives(7). */
final class RemovedDirective implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U109", "removed-directive", ERROR, "directive that systemd has dropped");

  /** The last version that was compared directive by directive; the rest is hearsay. */
  private static final int LAST_COMPARED = 255;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return Spelling.in(file, facts, Spelling.Sort.KNOWN)
        .filter(s -> s.directive(facts).standing(facts.version()) == Standing.REMOVED)
        .map(s -> found(s, facts));
  }

  private static Diagnostic found(Spelling written, Facts facts) {
    var directive = written.directive(facts);
    int removed = directive.removedIn().orElseThrow();
    var found =
        RULE.at(
                written.line().key().place(),
                "`%s=` is ignored since systemd %d",
                written.shown(),
                removed)
            .as(removed > LAST_COMPARED ? WARNING : ERROR);
    return directive
        .replacement()
        .map(r -> DeprecatedDirective.succeeded(found, written, r))
        .orElseGet(
            () ->
                found
                    .help("remove the line")
                    .fix("remove the line", false, Lines.removal(written.line())));
  }
}
