package org.unitlint.host;

import java.util.List;
import java.util.Set;

/** The directives by which a socket unit listens. See systemd.socket(5). */
final class Listeners {
  static final List<String> ALL =
      List.of(
          "ListenStream",
          "ListenDatagram",
          "ListenSequentialPacket",
          "ListenFIFO",
          "ListenNetlink",
          "ListenSpecial",
          "ListenMessageQueue",
          "ListenUSBFunction");
  private static final Set<String> ADDRESSES =
      Set.of("ListenStream", "ListenDatagram", "ListenSequentialPacket");

  private Listeners() {}

  /** Whether systemd would take the address; only its rough shape is looked at. */
  static boolean isValid(Setting setting) {
    String text = setting.text();
    if (text.isEmpty()) {
      return false;
    }
    if (ADDRESSES.contains(setting.name())) {
      return "/@%[".indexOf(text.charAt(0)) >= 0 || text.startsWith("vsock") || isPort(text);
    }
    return setting.name().equals("ListenNetlink") || RoughValues.isPath(text);
  }

  /** {@code PORT} or {@code IPv4:PORT}; specifiers may stand for any part. */
  private static boolean isPort(String text) {
    if (text.indexOf('%') >= 0) {
      return true;
    }
    int colon = text.lastIndexOf(':');
    return isNumber(text.substring(colon + 1), 1, 65535)
        && (colon < 0 || isIpv4(text.substring(0, colon)));
  }

  private static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      if (!isNumber(part, 0, 255)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String text, int least, int most) {
    if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int number = Integer.parseInt(text);
    return number >= least && number <= most;
  }

  /** Whether connections to such a socket can be accepted one by one. */
  static boolean mayAccept(Setting setting) {
    return setting.name().equals("ListenStream") || setting.name().equals("ListenSequentialPacket");
  }

  /** Whether it makes a node in the file system that a link can lead to. */
  static boolean isNode(Setting setting) {
    boolean sort = ADDRESSES.contains(setting.name()) || setting.name().equals("ListenFIFO");
    return sort && setting.text().startsWith("/");
  }
}
