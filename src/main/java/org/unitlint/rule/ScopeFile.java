package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** Scopes come from programs, never from files. See systemd.scope(5). */
final class ScopeFile implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U223", "scope-file", ERROR, "a file for a scope, which is never loaded");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.type() == UnitType.SCOPE && !file.dropIn()
        ? Stream.of(
            RULE.at(
                    file.source().place(0, file.source().lineSpan(1).end()),
                    "`%s` is never loaded: scopes have no files",
                    file.name())
                .help("make it a `.service`, or let a program register the scope"))
        : Stream.empty();
  }
}
