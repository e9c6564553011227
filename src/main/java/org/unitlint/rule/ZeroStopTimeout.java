package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/** Zero means no limit, not no time. See systemd.service(5), TimeoutStopSec=. */
final class ZeroStopTimeout implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U242", "zero-stop-timeout", INFO, "`TimeoutStopSec=0` waits for ever");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("TimeoutStopSec");

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
    return Service.of(unit, facts).flatMap(ZeroStopTimeout::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    return service.last("TimeoutStopSec").stream()
        .filter(s -> Durations.micros(s.text()).orElse(1) == 0)
        .map(s -> Advice.mild(finding(s), s, service.facts()));
  }

  private static Diagnostic finding(Setting setting) {
    return RULE.at(setting.place(), "`TimeoutStopSec=%s` waits for ever", setting.text())
        .help(
            "write `infinity` if that is meant; to kill at once use `KillSignal=SIGKILL`"
                + " or a short time")
        .fix("write `infinity`", false, new Edit(setting.place(), "infinity"));
  }
}
