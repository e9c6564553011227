package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/**
 * Each accepted connection gets an instance of the socket's own template. See systemd.socket(5),
 * Service=.
 */
final class AcceptWithService implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U212", "accept-with-service", ERROR, "`Accept=yes` with `Service=`");
  private static final Subject SUBJECT = Subject.of(UnitType.SOCKET).with("Service");

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
    return Refusal.places(unit, Reason.ACCEPT_WITH_SERVICE)
        .map(
            place ->
                Lines.drop(
                    RULE.at(place, "`Service=` is refused together with `Accept=yes`")
                        .label(
                            unit.last("Socket", "Accept").orElseThrow().place(),
                            "asks for one service per connection")
                        .help(
                            "drop the line: connections start instances of `%s@.service`"
                                .formatted(unit.name().prefix())),
                    place,
                    unit));
  }
}
