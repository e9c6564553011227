package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.stream.Stream;
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

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    if (Overlooked.has(unit, "exec")
        || Overlooked.isIgnored(unit, "Service", List.of("ExecStart", "ExecStop"))) {
      return Stream.empty();
    }
    return Refusal.places(unit, Reason.NO_COMMAND).map(place -> finding(unit, place));
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
