package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/** A oneshot service has no steady state to restart into. See systemd.service(5), Restart=. */
final class OneshotRestart implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U214", "oneshot-restart", ERROR, "oneshot service restarts on success");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("Restart");

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
    return Refusal.places(unit, Reason.ONESHOT_RESTART)
        .map(place -> finding(place, facts.version() >= 244))
        .map(finding -> Oneshots.label(finding, unit));
  }

  private static Diagnostic finding(Place place, boolean onFailure) {
    var found = RULE.at(place, "`Restart=%s` is refused for a oneshot service", place.text());
    return onFailure
        ? found
            .help("use `Restart=on-failure`, or drop the line")
            .fix("write `on-failure`", false, new Edit(place, "on-failure"))
        : found.help("drop the line");
  }
}
