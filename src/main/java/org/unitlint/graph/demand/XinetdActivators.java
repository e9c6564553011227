package org.unitlint.graph.demand;

import java.util.List;
import java.util.Optional;
import org.unitlint.graph.demand.Activator.Kind;
import org.unitlint.graph.demand.Activator.Sort;
import org.unitlint.graph.demand.Activator.Target;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.xinetd.XinetdDaemon;
import org.unitlint.host.xinetd.XinetdService;

/** The services of xinetd as activators of the unit that runs it. */
final class XinetdActivators {
  private XinetdActivators() {}

  /** Those that are served, if one of the units runs xinetd. */
  static List<Activator> of(Machine machine, List<Unit> units) {
    for (Unit unit : units) {
      var daemon = XinetdDaemon.by(machine, unit);
      if (daemon.isPresent()) {
        return daemon.get().read(machine).served().map(s -> of(unit, s)).toList();
      }
    }
    return List.of();
  }

  private static Activator of(Unit unit, XinetdService service) {
    return new Activator(
        Kind.XINETD,
        service.id(),
        unit.name().toString(),
        listens(service),
        target(service),
        !service.waits(),
        service.path(),
        service.place().line());
  }

  private static List<String> listens(XinetdService service) {
    if (service.isBehindTcpmux()) {
      return List.of("tcpmux " + service.name());
    }
    if (service.isRpc()) {
      return service.listeners().stream()
          .map(l -> "rpc " + service.name() + "/" + l.protocol())
          .toList();
    }
    return service.listeners().stream().map(ListenText::of).toList();
  }

  private static Target target(XinetdService service) {
    if (service.isInternal()) {
      return new Target(Sort.INTERNAL, "", "", List.of(), "");
    }
    Optional<String> redirect = service.redirect().map(r -> r.host() + ":" + r.port());
    var run = service.run();
    return redirect
        .map(to -> new Target(Sort.REDIRECT, to, "", List.of(), ""))
        .orElseGet(() -> new Target(Sort.PROGRAM, run.server(), "", run.arguments(), run.user()));
  }
}
