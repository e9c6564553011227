package org.unitlint.host;

/** What can be done with the sockets of a socket unit. See systemd.socket(5). */
final class Listeners {
  private Listeners() {}

  /** Whether connections to such a socket can be accepted one by one. */
  static boolean mayAccept(Setting setting) {
    return setting.name().equals("ListenStream") || setting.name().equals("ListenSequentialPacket");
  }

  /** Whether it makes a node in the file system that a link can lead to. */
  static boolean isNode(Setting setting) {
    boolean sort =
        setting.directive().valueKind().startsWith("socket-address")
            || setting.name().equals("ListenFIFO");
    return sort && setting.text().startsWith("/");
  }
}
