package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/** The name of a mount unit is its mount point, escaped. See systemd.mount(5). */
final class MountNameMismatch implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U215", "mount-name-mismatch", ERROR, "`Where=` does not fit the name of the unit");
  private static final Subject SUBJECT =
      Subject.of(UnitType.MOUNT, UnitType.AUTOMOUNT).with("Where");

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
    return Refusal.places(unit, Reason.WHERE_NOT_NAME)
        .map(
            place ->
                EscapedNames.suggest(
                    RULE.at(
                        place, "`Where=%s` does not fit the name `%s`", place.text(), unit.name()),
                    unit,
                    "Where"));
  }
}
