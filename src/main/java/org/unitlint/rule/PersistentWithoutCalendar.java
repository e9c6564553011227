package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Unit;

/** Only dates that were missed are made up for. See systemd.timer(5), Persistent=. */
final class PersistentWithoutCalendar implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U275", "persistent-without-calendar", WARNING, "`Persistent=` without `OnCalendar=`");
  private static final Subject SUBJECT = Subject.of(UnitType.TIMER).with("Persistent");

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
    if (!Timers.isTimer(unit) || !unit.settings("Timer", "OnCalendar").isEmpty()) {
      return Stream.empty();
    }
    return Accepted.of(facts.machine(), unit).on("Timer", "Persistent").stream()
        .map(
            s ->
                Advice.mild(
                    RULE.at(
                            s.assignment().place(),
                            "`%s=%s` has no effect without `OnCalendar=`",
                            s.name(),
                            s.text())
                        .note("only runs at dates are made up for, not those after spans of time")
                        .help("write the trigger as `OnCalendar=`, or remove the line")
                        .fix("remove the line", false, Removal.line(s.assignment())),
                    s,
                    facts));
  }
}
