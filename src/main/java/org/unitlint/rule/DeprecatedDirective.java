package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.catalog.Replacement;
import org.unitlint.catalog.Standing;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;

/** Directives that work, but have a better successor. See systemd.directives(7). */
final class DeprecatedDirective implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U108", "deprecated-directive", WARNING, "directive that has a successor");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return Spelling.in(file, facts, Spelling.Sort.KNOWN)
        .filter(s -> s.directive(facts).standing(facts.version()) == Standing.DEPRECATED)
        .map(s -> found(s, facts));
  }

  private static Diagnostic found(Spelling written, Facts facts) {
    var directive = written.directive(facts);
    String since =
        directive.deprecatedIn().isPresent()
            ? " since systemd " + directive.deprecatedIn().getAsInt()
            : "";
    var found =
        RULE.at(written.line().key().place(), "`%s=` is deprecated%s", written.shown(), since);
    return directive.replacement().map(r -> succeeded(found, written, r)).orElse(found);
  }

  /** The finding with what to write instead; a fix where the value means the same there. */
  static Diagnostic succeeded(Diagnostic found, Spelling written, Replacement heir) {
    if (heir.directive().isEmpty()) {
      return found.help(heir.note());
    }
    String name = heir.directive().get();
    var helped = found.help("write `" + name + "=`");
    return heir.note().isEmpty()
        ? helped.fix("rename it", false, new Edit(written.line().key().place(), name))
        : helped.note("`" + name + "=`: " + heir.note());
  }
}
