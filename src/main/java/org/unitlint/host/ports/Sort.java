package org.unitlint.host.ports;

/** The sorts of what can be listened on. See systemd.socket(5). */
public enum Sort {
  /** Connections. */
  STREAM("stream"),
  /** Single messages. */
  DATAGRAM("dgram"),
  /** Connections of messages. */
  SEQPACKET("seqpacket"),
  /** All packets of a protocol, as only xinetd may have them. */
  RAW("raw"),
  /** A named pipe. */
  FIFO("fifo"),
  /** A file that can be waited for, such as a device. */
  SPECIAL("special"),
  /** Messages of the kernel. */
  NETLINK("netlink"),
  /** A message queue. See mq_overview(7). */
  QUEUE("mqueue"),
  /** The end points of a USB gadget. */
  USB("usb");

  private final String word;

  Sort(String word) {
    this.word = word;
  }

  /** The word that users read. */
  public String word() {
    return word;
  }

  /** The sort of that word of xinetd and inetd; their others are raw. */
  static Sort ofSocketType(String type) {
    return switch (type) {
      case "stream" -> STREAM;
      case "dgram" -> DATAGRAM;
      case "seqpacket" -> SEQPACKET;
      default -> RAW;
    };
  }
}
