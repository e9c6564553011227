package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.syntax.XinetdFlaw;

/** Includes stand between entries, not within. See xinetd.conf(5), "CONFIGURATION FILE". */
final class IncludeInEntry implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo("X109", "include-in-entry", ERROR, "include between the braces of an entry");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(XinetdFlaw.Kind.INCLUDE_INSIDE);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    var keyword = Texts.words(flaw.place()).get(0);
    var found =
        INFO.at(keyword, "`%s` stands within an entry", keyword.text())
            .help("move the line behind the `}` of the entry, or close the entry above it");
    return Stream.of(
        view.entry(keyword).map(e -> found.label(e.head(), "of this entry")).orElse(found));
  }
}
