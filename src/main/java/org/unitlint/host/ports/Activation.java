package org.unitlint.host.ports;

import java.util.Locale;

/** Who has the socket while nobody is connected. */
public enum Activation {
  /** systemd, for a socket unit. */
  SOCKET,
  /** xinetd. */
  XINETD,
  /** Another inetd, for a line of {@code inetd.conf}. */
  INETD,
  /** The service itself. */
  STANDALONE;

  /** The word that users read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
