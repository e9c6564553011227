package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.catalog.Standing;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** Directives that systemd reads and then drops, always or in this type of unit. */
final class DirectiveWithoutEffect implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U110", "directive-without-effect", WARNING, "directive that systemd takes but drops");

  /** The last version that was compared directive by directive; the rest is hearsay. */
  private static final int LAST_COMPARED = 255;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return Spelling.in(file, facts, Spelling.Sort.KNOWN).flatMap(s -> found(s, facts));
  }

  private static Stream<Diagnostic> found(Spelling written, Facts facts) {
    var directive = written.directive(facts);
    var place = written.line().key().place();
    var standing = directive.standing(facts.version());
    if (standing == Standing.UNSUPPORTED) {
      return Stream.of(
          RULE.at(place, "`%s=` has no effect in [%s]", written.shown(), written.section().name())
              .help("remove the line")
              .fix("remove the line", false, Lines.removal(written.line())));
    }
    if (standing != Standing.IGNORED) {
      return Stream.empty();
    }
    int since = directive.deprecatedIn().orElseThrow();
    var found = RULE.at(place, "`%s=` has no effect since systemd %d", written.shown(), since);
    String note = directive.replacement().map(r -> ": " + r.note()).orElse("");
    return Stream.of(
        found
            .help("remove the line" + note)
            .fix("remove the line", false, Lines.removal(written.line()))
            .as(since > LAST_COMPARED ? INFO : WARNING));
  }
}
