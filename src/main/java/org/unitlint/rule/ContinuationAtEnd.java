package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Flaw;

/** A backslash on the last line continues it with nothing. See systemd.syntax(7). */
final class ContinuationAtEnd implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("S010", "continuation-at-end", WARNING, "backslash at the end of the file");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.tree().flaws().stream()
        .filter(f -> f.kind() == Flaw.Kind.CONTINUED_AT_END)
        .map(f -> found(f.place()));
  }

  private static Diagnostic found(Place backslash) {
    int start = backslash.span().start();
    while (start > 0 && " \t".indexOf(backslash.source().text().charAt(start - 1)) >= 0) {
      start--;
    }
    boolean another = start > 0 && backslash.source().text().charAt(start - 1) == '\\';
    var removed = backslash.source().place(start, backslash.span().end());
    return RULE.at(backslash, "the backslash continues the line, but the file ends here")
        .help("add what is missing, or remove the backslash")
        .fix("remove the backslash", !another, new Edit(removed, ""));
  }
}
