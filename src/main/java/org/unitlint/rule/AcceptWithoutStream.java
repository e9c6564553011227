package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/** Only connections can be accepted one by one. See systemd.socket(5), Accept=. */
final class AcceptWithoutStream implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U210",
          "accept-without-stream",
          ERROR,
          "`Accept=yes` with a socket that has no connections");
  private static final Subject SUBJECT = Subject.of(UnitType.SOCKET).with("Accept");

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
    return Refusal.places(unit, Reason.ACCEPT_WITHOUT_STREAM)
        .map(
            place ->
                RULE.at(place, "with `Accept=yes` all addresses must be of stream sockets")
                    .label(
                        unit.last("Socket", "Accept").orElseThrow().place(),
                        "asks for one service per connection")
                    .help("drop `Accept=yes`, or give this address a socket unit of its own"));
  }
}
