package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** With KillMode=none nobody ends the processes of a service. See systemd.kill(5), KillMode=. */
final class KillModeNone implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U240", "kill-mode-none", WARNING, "`KillMode=none` leaves processes behind");
  private static final Subject SUBJECT = Subject.ANY.with("KillMode");

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
    return Accepted.of(facts.machine(), unit)
        .last(unit.name().type().section(), "KillMode")
        .filter(m -> m.is("none") && unit.last(unit.name().type().section(), "PAMName").isEmpty())
        .map(mode -> finding(mode, facts))
        .stream();
  }

  private static Diagnostic finding(Setting mode, Facts facts) {
    var found =
        RULE.at(mode.place(), "`KillMode=none` leaves the processes of the unit running")
            .note("deprecated since systemd 246, which warns")
            .help("use `mixed` or `control-group`");
    return facts.version() < 246 ? found.as(INFO) : Advice.mild(found, mode, facts);
  }
}
