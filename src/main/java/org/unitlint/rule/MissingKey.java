package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** A line that begins with the equals sign is ignored. See systemd.syntax(7). */
final class MissingKey implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("S005", "missing-key", ERROR, "line that begins with `=`");

  /** What follows the first character of the line; S004 speaks of the conflict. */
  private static final String MIDDLE_OF_CONFLICT = "======";

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    var leftovers = file.leftovers(facts);
    return file.sections(facts).stream()
        .flatMap(section -> section.assignments().stream())
        .filter(line -> line.key().isEmpty() && !leftovers.contains(line))
        .filter(line -> !line.value().text().equals(MIDDLE_OF_CONFLICT))
        .map(
            line ->
                RULE.at(line.place(), "no directive before `=`")
                    .help("write the name of a directive, or remove the line"));
  }
}
