package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/**
 * The delay grows from RestartSec= to RestartMaxDelaySec=, not down. See systemd.service(5),
 * RestartMaxDelaySec=.
 */
final class RestartDelayAboveLimit implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U228",
          "restart-delay-above-limit",
          WARNING,
          "`RestartSec=` longer than `RestartMaxDelaySec=`");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("RestartMaxDelaySec");

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
    return Service.of(unit, facts).flatMap(RestartDelayAboveLimit::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var most = service.last("RestartMaxDelaySec");
    var delay = service.last("RestartSec");
    if (most.isEmpty() || delay.isEmpty()) {
      return Stream.empty();
    }
    var limit = Durations.micros(most.get().text());
    var first = Durations.micros(delay.get().text());
    if (limit.isEmpty() || first.isEmpty() || first.getAsLong() <= limit.getAsLong()) {
      return Stream.empty();
    }
    return Stream.of(
        RULE.at(
                most.get().place(),
                "`RestartMaxDelaySec=%s` is shorter than `RestartSec=%s`",
                most.get().text(),
                delay.get().text())
            .label(delay.get().place(), "cut down to the limit")
            .help("raise the limit, or shorten `RestartSec=`"));
  }
}
