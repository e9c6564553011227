package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/** A file named like a unit that is something else altogether. See systemd.syntax(7). */
final class NotAUnit implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("S001", "not-a-unit", ERROR, "a file of another kind with the name of a unit");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return Foreign.of(file.tree()).stream().map(foreign -> found(foreign, file, facts));
  }

  private static Diagnostic found(Foreign foreign, CheckedFile file, Facts facts) {
    return RULE.at(firstLine(file.source()), "this is %s, not a unit file", foreign.words())
        .help(foreign.advice())
        .as(facts.whole() || !foreign.isNormalElsewhere() ? ERROR : INFO);
  }

  private static Place firstLine(Source source) {
    for (int line = 1; line <= source.lines(); line++) {
      var place = new Place(source, source.lineSpan(line));
      if (!place.text().isBlank()) {
        return place;
      }
    }
    return source.place(0, 0);
  }
}
