package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** A pause only guesses how long something takes. See systemd.service(5), ExecStartPre=. */
final class SleepAsOrder implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U248", "sleep-as-order", INFO, "start command that only waits some time");

  private static final Set<String> STARTING = Set.of("ExecStartPre", "ExecStartPost");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with(STARTING);

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
    return Service.of(unit, facts).flatMap(SleepAsOrder::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    return service
        .invocations(STARTING)
        .filter(i -> i.runs("sleep"))
        .map(i -> Advice.mild(finding(i), i.setting(), service.facts()));
  }

  private static Diagnostic finding(Invocation invocation) {
    boolean before = invocation.setting().name().equals("ExecStartPre");
    var found =
        RULE.at(
            invocation.command().place(),
            before
                ? "the start waits some time, and not for what it needs"
                : "the pause only guesses when the service is ready");
    return before
        ? found.help("name the unit that must be there first in `After=` and `Wants=`")
        : found.help(
            "have the program say so, with `Type=notify`, or open its socket by a socket unit");
  }
}
