package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/**
 * The watchdog waits for messages that the program itself must send. See systemd.service(5),
 * WatchdogSec=.
 */
final class WatchdogWithoutNotify implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U234",
          "watchdog-without-notify",
          INFO,
          "watchdog of a service that does not say when it is ready");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("WatchdogSec");

  private static final Set<String> SILENT = Set.of("simple", "exec", "idle", "forking", "oneshot");

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
    return Service.of(unit, facts).flatMap(WatchdogWithoutNotify::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var watchdog =
        service.last("WatchdogSec").filter(s -> Durations.micros(s.text()).orElse(1) > 0);
    boolean off = watchdog.filter(s -> s.is("infinity")).isPresent();
    if (watchdog.isEmpty() || off || !SILENT.contains(service.type())) {
      return Stream.empty();
    }
    var found =
        RULE.at(
                watchdog.get().assignment().key().place(),
                "`WatchdogSec=` kills a program that does not send `WATCHDOG=1` in time")
            .note("systemd does not look whether the program answers: the program must tell")
            .help("remove the line, or have the program notify, with `Type=notify` too");
    return Stream.of(Advice.mild(service.typed(found), watchdog.get(), service.facts()));
  }
}
