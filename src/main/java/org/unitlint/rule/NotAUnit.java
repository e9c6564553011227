package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** A file named like a unit that is something else altogether. */
final class NotAUnit implements FileRule {
  private static final RuleInfo INFO_ =
      new RuleInfo("S001", "not-a-unit", ERROR, "a file of another kind with the name of a unit");

  @Override
  public RuleInfo info() {
    return INFO_;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return Foreign.of(file.tree()).stream()
        .map(
            foreign ->
                INFO_
                    .at(
                        file.source().place(0, file.source().lineSpan(1).end()),
                        "this is %s, not a unit file",
                        foreign.words())
                    .as(facts.whole() || !foreign.isNormalElsewhere() ? ERROR : INFO));
  }
}
