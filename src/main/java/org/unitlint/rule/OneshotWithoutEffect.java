package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/**
 * A oneshot that starts nothing must at least stay, so that it can stop. See systemd.service(5),
 * RemainAfterExit=.
 */
final class OneshotWithoutEffect implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U203", "oneshot-without-effect", ERROR, "oneshot service that neither starts nor stays");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE);

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
    return Refusal.places(unit, Reason.NO_START_WITHOUT_REMAIN)
        .filter(place -> !isThere(unit))
        .map(
            place ->
                RULE.at(
                    place,
                    "a service without `ExecStart=` needs `RemainAfterExit=yes`, or nothing is"
                        + " left to stop"))
        .map(finding -> label(finding, unit))
        .map(finding -> finding.help("add `RemainAfterExit=yes`, or `ExecStart=` with a command"))
        .map(finding -> fix(finding, unit));
  }

  /** Whether a line that systemd does not take seems to be what is missing; others tell of it. */
  private static boolean isThere(Unit unit) {
    return Overlooked.has(unit, "execstart")
        || Overlooked.isIgnored(unit, "Service", List.of("ExecStart"));
  }

  private static Diagnostic fix(Diagnostic finding, Unit unit) {
    var stays = unit.last("Service", "RemainAfterExit");
    return stays
        .map(s -> finding.fix("write `yes`", false, new Edit(s.place(), "yes")))
        .or(
            () ->
                unit.last("Service", "Type")
                    .map(s -> Lines.after(s.assignment(), "RemainAfterExit", "yes"))
                    .map(edit -> finding.fix("add `RemainAfterExit=yes`", false, edit)))
        .orElse(finding);
  }

  private static Diagnostic label(Diagnostic finding, Unit unit) {
    return unit.settings("Service", "ExecStop").stream()
        .findFirst()
        .map(stop -> finding.label(stop.assignment().key().place(), "would never run"))
        .orElse(finding);
  }
}
