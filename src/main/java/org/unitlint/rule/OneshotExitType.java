package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/** A oneshot service is done when its command is. See systemd.service(5), ExitType=. */
final class OneshotExitType implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U207", "oneshot-exit-type", ERROR, "oneshot service with `ExitType=cgroup`");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("ExitType");

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
    return Refusal.places(unit, Reason.ONESHOT_EXIT_TYPE)
        .map(
            place ->
                Lines.drop(
                    RULE.at(place, "`ExitType=cgroup` is refused for a oneshot service")
                        .help("drop the line, or use another `Type=`"),
                    place,
                    unit))
        .map(finding -> Oneshots.label(finding, unit));
  }
}
