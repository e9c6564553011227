package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.syntax.Flaw;

/** systemd reads lines of up to a mebibyte, comments and joined lines included. */
final class LongLine implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("S007", "line-too-long", ERROR, "line of more than 1 MiB");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.tree().flaws().stream()
        .filter(f -> f.kind() == Flaw.Kind.LONG_LINE)
        .limit(1)
        .map(
            f ->
                RULE.at(f.place(), "line of more than 1 MiB")
                    .note(
                        file.dropIn()
                            ? "systemd stops reading the drop-in here"
                            : "systemd refuses the whole file for it")
                    .help("put the text into a file of its own"));
  }
}
