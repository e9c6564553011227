package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/** The name of a swap unit is its device or file, escaped. See systemd.swap(5). */
final class SwapNameMismatch implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U219", "swap-name-mismatch", ERROR, "`What=` does not fit the name of the swap unit");
  private static final Subject SUBJECT = Subject.of(UnitType.SWAP).with("What");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return Refusal.places(unit, Reason.WHAT_NOT_NAME)
        .map(
            place ->
                EscapedNames.suggest(
                    RULE.at(
                        place, "`What=%s` does not fit the name `%s`", place.text(), unit.name()),
                    unit,
                    "What"));
  }
}
