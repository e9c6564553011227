package org.unitlint.host;

import java.util.List;

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

  private Listeners() {}

  /** Whether systemd would take the address; only its rough shape is looked at. */
  static boolean isValid(Setting setting) {
    String text = setting.text();
    if (text.isEmpty()) {
      return false;
    }
    boolean address =
        setting.name().equals("ListenStream")
            || setting.name().equals("ListenDatagram")
            || setting.name().equals("ListenSequentialPacket");
    if (address) {
      return "/@%[".indexOf(text.charAt(0)) >= 0 || text.startsWith("vsock") || isPort(text);
    }
    return setting.name().equals("ListenNetlink") || "/%".indexOf(text.charAt(0)) >= 0;
  }

  /** {@code PORT} or {@code IPv4:PORT}. */
  private static boolean isPort(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (port.isEmpty() || port.length() > 5 || !port.chars().allMatch(Character::isDigit)) {
      return false;
    }
    int number = Integer.parseInt(port);
    return number > 0 && number < 65536 && (colon < 0 || isIpv4(text.substring(0, colon)));
  }

  private static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean number =
          !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(Character::isDigit);
      if (!number || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  /** Whether connections to such a socket can be accepted one by one. */
  static boolean mayAccept(Setting setting) {
    return setting.name().equals("ListenStream") || setting.name().equals("ListenSequentialPacket");
  }

  /** Whether it makes a node in the file system. */
  static boolean isNode(Setting setting) {
    boolean address =
        setting.name().equals("ListenStream")
            || setting.name().equals("ListenDatagram")
            || setting.name().equals("ListenSequentialPacket")
            || setting.name().equals("ListenFIFO");
    return address && setting.text().startsWith("/");
  }
}
