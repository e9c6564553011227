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
import org.unitlint.source.Place;

/** A service must say what to run. See systemd.service(5), ExecStart=. */
final class ServiceWithoutCommand implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U201", "service-without-command", ERROR, "service without a command");
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
    return Refusal.places(unit, Reason.NO_COMMAND)
        .filter(place -> !isThere(unit))
        .map(place -> finding(unit, place));
  }

  /** Whether a line that systemd does not take seems to be what is missing; others tell of it. */
  private static boolean isThere(Unit unit) {
    return Overlooked.has(unit, "exec")
        || Overlooked.isIgnored(unit, "Service", List.of("ExecStart", "ExecStop"));
  }

  private static Diagnostic finding(Unit unit, Place place) {
    var reset =
        unit.settings().all().stream()
            .filter(s -> s.name().equals("ExecStart") && s.value().isEmpty())
            .reduce((a, b) -> b);
    if (reset.isPresent()) {
      return RULE.at(reset.get().assignment().place(), "`ExecStart=` is cleared, and not set again")
          .help("add `ExecStart=` with the new command below it");
    }
    if (!place.text().equals("[Service]")) {
      return RULE.at(place, "service has no [Service] section, and so no command")
          .help("add a [Service] section with `ExecStart=`");
    }
    return RULE.at(place, "service has no `ExecStart=`, `ExecStop=` or `SuccessAction=`")
        .help("add `ExecStart=` with the command to run");
  }
}
