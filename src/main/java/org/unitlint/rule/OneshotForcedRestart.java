package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/**
 * Older systemd restarts no oneshot service by its exit status. See systemd.service(5),
 * RestartForceExitStatus=.
 */
final class OneshotForcedRestart implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U206",
          "oneshot-forced-restart",
          ERROR,
          "oneshot service with `RestartForceExitStatus=`");
  private static final Subject SUBJECT =
      Subject.of(UnitType.SERVICE).with("RestartForceExitStatus");

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
    return Refusal.places(unit, Reason.ONESHOT_FORCED_RESTART)
        .map(
            place ->
                Lines.drop(
                    RULE.at(place, "`RestartForceExitStatus=` is refused for a oneshot service")
                        .help("drop the line, or use `Restart=on-failure`"),
                    place,
                    unit))
        .map(finding -> Oneshots.label(finding, unit));
  }
}
