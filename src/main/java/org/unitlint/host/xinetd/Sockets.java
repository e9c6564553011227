package org.unitlint.host.xinetd;

import java.util.Optional;

/** What socket a service has. As svc_activate and activate_normal. */
final class Sockets {
  private Sockets() {}

  /** The socket; empty for none, or where too little is known. */
  static Optional<Listener> of(Draft draft) {
    if (draft.isTcpmux() || draft.socketType.isEmpty() || draft.protocol.isEmpty()) {
      return Optional.empty();
    }
    boolean v6 = isV6(draft);
    boolean clash = draft.bind.isPresent() && draft.bind.get().v6() != v6;
    var port = draft.isRpc() && draft.port.isEmpty() ? Optional.of(0) : draft.port;
    return Optional.of(
        new Listener(
            draft.socketType,
            draft.protocol,
            v6,
            clash ? Optional.empty() : draft.bind,
            clash ? "" : draft.bindName,
            port,
            v6 && draft.isSpecified("v6only")));
  }

  /** Whether the socket is of IPv6: by flag, else by address, else for both. */
  static boolean isV6(Draft draft) {
    boolean v4 = draft.has("IPv4");
    boolean v6 = draft.has("IPv6");
    if (v4 || v6) {
      return v6;
    }
    return draft.bind.map(b -> b.v6()).orElse(true);
  }
}
