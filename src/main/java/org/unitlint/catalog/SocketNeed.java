package org.unitlint.catalog;

/** What a socket unit must be for a setting of [Socket] to do anything. See systemd.socket(5). */
public enum SocketNeed {
  /** It accepts connections one by one. */
  ACCEPT("`Accept=yes`"),
  /** It does not accept connections itself. */
  NO_ACCEPT("`Accept=no`"),
  /** It listens on a socket or FIFO of the file system. */
  NODE("a socket or FIFO in the file system"),
  /** As {@link #NODE}, or on a message queue. */
  NODE_OR_QUEUE("a socket or FIFO in the file system, or a message queue"),
  /** It listens on a FIFO. */
  FIFO("`ListenFIFO=`"),
  /** It listens on a message queue. */
  QUEUE("`ListenMessageQueue=`"),
  /** It listens on a special file. */
  SPECIAL("`ListenSpecial=`"),
  /** It listens on a local socket or on netlink. */
  UNIX("a local socket"),
  /** It listens on an IP address or port. */
  INET("an IP address or port"),
  /** It listens on a port, or on an address of IPv6. */
  IPV6("a port without address, or an IPv6 address"),
  /** It listens on an IP address or port for streams. */
  TCP("`ListenStream=` with an IP address or port");

  private final String description;

  SocketNeed(String description) {
    this.description = description;
  }

  /** The same in words, to stand behind "without". */
  public String description() {
    return description;
  }
}
