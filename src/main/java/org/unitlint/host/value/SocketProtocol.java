package org.unitlint.host.value;

import java.util.Locale;

/** Protocols of sockets, which have names in any case and numbers. See protocols(5). */
final class SocketProtocol {
  private static final int SCTP = 132;
  private static final int UDPLITE = 136;
  private static final int MPTCP = 262;

  private SocketProtocol() {}

  /** The name as the tables spell it. */
  static String name(String written) {
    return switch (Integers.parse(written).orElse(-1)) {
      case SCTP -> "sctp";
      case UDPLITE -> "udplite";
      case MPTCP -> "mptcp";
      default -> written.toLowerCase(Locale.ROOT);
    };
  }
}
