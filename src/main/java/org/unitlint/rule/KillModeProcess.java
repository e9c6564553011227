package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** Only the main process is stopped; its children go on. See systemd.kill(5), KillMode=. */
final class KillModeProcess implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U241", "kill-mode-process", INFO, "`KillMode=process` leaves children behind");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("KillMode");

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
    return Service.of(unit, facts).flatMap(KillModeProcess::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    return service.last("KillMode").stream()
        .filter(m -> service.last("PAMName").isEmpty())
        .filter(m -> m.is("process") && !service.facts().isShipped(m.file().path()))
        .map(
            m ->
                RULE.at(m.place(), "`KillMode=process` stops the main process only")
                    .note("its children run on, outside of any service's control")
                    .help("use `mixed`, unless children are to outlive the service"));
  }
}
