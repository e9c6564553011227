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
 * A socket that accepts connections must allow one at least. See systemd.socket(5),
 * MaxConnections=.
 */
final class AcceptWithoutConnections implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U211", "accept-without-connections", ERROR, "`Accept=yes` with `MaxConnections=0`");
  private static final Subject SUBJECT = Subject.of(UnitType.SOCKET).with("MaxConnections");

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
    return Refusal.places(unit, Reason.ACCEPT_WITHOUT_CONNECTIONS)
        .map(
            place ->
                RULE.at(place, "`MaxConnections=0` leaves no connection to accept")
                    .label(
                        unit.last("Socket", "Accept").orElseThrow().place(),
                        "asks for one service per connection")
                    .help("give a number above 0, or drop the line for 64"));
  }
}
