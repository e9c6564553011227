package org.unitlint.host.ports;

import java.util.List;
import java.util.Optional;
import org.unitlint.host.xinetd.Listener;
import org.unitlint.host.xinetd.NetNames;
import org.unitlint.host.xinetd.XinetdDaemon;
import org.unitlint.host.xinetd.XinetdService;

/** Where xinetd listens for its services. */
final class XinetdServices {
  private static final String INTERNAL = "internal";

  private XinetdServices() {}

  static List<Listening> of(XinetdService service, XinetdDaemon daemon, NetNames names) {
    return service.listeners().stream().map(l -> listening(service, l, daemon, names)).toList();
  }

  private static Listening listening(
      XinetdService service, Listener listener, XinetdDaemon daemon, NetNames names) {
    int port = listener.port().orElse(0);
    var family = family(listener);
    var address =
        listener.addressName().isEmpty()
            ? Address.port(family, listener.address(), port, "")
            : Address.port(family, listener.addressName(), port);
    var sort = Sort.ofSocketType(listener.socketType());
    return new Listening(
        new Endpoint(sort, listener.protocol(), address, false, ""),
        port > 0 ? names.portName(port, listener.protocol()) : Optional.empty(),
        Activation.XINETD,
        Evidence.WRITTEN,
        daemon.unit(),
        service.id(),
        started(service),
        service.path(),
        service.place());
  }

  private static Address.Family family(Listener listener) {
    if (!listener.v6()) {
      return Address.Family.V4;
    }
    return listener.takesV4() ? Address.Family.BOTH : Address.Family.V6;
  }

  private static Listening.Started started(XinetdService service) {
    var run = service.run();
    if (service.redirect().isPresent()) {
      var target = service.redirect().get();
      return new Listening.Started(target.host() + ":" + target.port(), run.user(), "");
    }
    return new Listening.Started("", run.user(), service.isInternal() ? INTERNAL : run.server());
  }
}
