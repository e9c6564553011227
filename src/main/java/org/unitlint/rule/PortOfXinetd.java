package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.ports.Activation;
import org.unitlint.host.ports.Collision;
import org.unitlint.host.ports.Evidence;
import org.unitlint.host.ports.Listening;
import org.unitlint.source.Place;

/** A port that a unit has is not there for xinetd any more. See bind(2) and xinetd.conf(5). */
final class PortOfXinetd implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L220", "port-of-xinetd", ERROR, "a unit and xinetd claim the same port");

  private static final String ANOTHER = ", or give one of them another port";

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    var claims = new Claims(facts);
    var told = new HashSet<Place>();
    var found = new ArrayList<Diagnostic>();
    for (Collision collision : facts.ports().collisions()) {
      boolean first = Claims.isOfInetd(collision.first());
      if (first == Claims.isOfInetd(collision.second()) || !Claims.isHarmful(collision)) {
        continue;
      }
      var unit = first ? collision.second() : collision.first();
      var service = first ? collision.first() : collision.second();
      if (unit.evidence() != Evidence.LIKELY
          && claims.isStarted(service)
          && claims.isWanted(unit)
          && !claims.isExclusive(collision)
          && told.add(unit.place())) {
        found.add(finding(unit, service).as(severity(unit, service, claims)));
      }
    }
    return found.stream();
  }

  private static Severity severity(Listening unit, Listening service, Claims claims) {
    if (!Claims.isWritten(unit) || !claims.isStarted(unit)) {
      return INFO;
    }
    return Claims.isConditional(unit) || Claims.isOfNoUnit(service) ? WARNING : ERROR;
  }

  private static Diagnostic finding(Listening unit, Listening service) {
    boolean socket = unit.activation() == Activation.SOCKET;
    String daemon = service.activation().word();
    String port = service.address().port() + "/" + service.endpoint().protocol();
    var found =
        RULE.at(
                unit.place(),
                "port %s is claimed by `%s` and by %s for `%s`: only one of them gets it",
                port,
                unit.name(),
                daemon,
                service.name())
            .about(unit.name())
            .label(service.place(), daemon + " listens for this");
    return (unit.evidence() == Evidence.USUAL
            ? found.note("its own configuration, which is not read, may name another port")
            : Claims.isOfNoUnit(service)
                ? found.note("no unit runs " + daemon + ", so that it may not run at all")
                : found)
        .help(off(service) + (socket ? ", or disable the socket unit" : ANOTHER));
  }

  private static String off(Listening service) {
    return service.path().endsWith("/inetd.conf")
        ? "write `#` before the line of the service"
        : "write `disable = yes` for the service";
  }
}
