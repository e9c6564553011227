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

/** A socket unit must listen somewhere. See systemd.socket(5), ListenStream=. */
final class SocketWithoutListener implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U209", "socket-without-listener", ERROR, "socket that listens nowhere");
  private static final Subject SUBJECT = Subject.of(UnitType.SOCKET);
  private static final List<String> DIRECTIVES =
      List.of(
          "ListenStream",
          "ListenDatagram",
          "ListenSequentialPacket",
          "ListenFIFO",
          "ListenNetlink",
          "ListenSpecial",
          "ListenMessageQueue",
          "ListenUSBFunction");

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
    return Refusal.places(unit, Reason.NO_LISTENER)
        .filter(place -> !isThere(unit))
        .map(
            place ->
                RULE.at(place, "socket unit has no `Listen…=` setting")
                    .help("add `ListenStream=` or another address to listen on"));
  }

  /** Whether a line that systemd does not take seems to be what is missing; others tell of it. */
  private static boolean isThere(Unit unit) {
    return Overlooked.has(unit, "listen") || Overlooked.isIgnored(unit, "Socket", DIRECTIVES);
  }
}
