package org.unitlint.host.xinetd;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.unitlint.host.value.IpAddress;
import org.unitlint.syntax.AsciiCase;

/** What can be said, without a network, of names that a machine would look up. */
final class HostNames {
  /** What a look-up would find. */
  enum Answer {
    FOUND,
    NOT_FOUND,
    /** It may be found or not. */
    UNKNOWN
  }

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_.])?");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|0[xX][0-9a-fA-F.x]*");
  private static final Pattern INTERFACE =
      Pattern.compile(
          "lo[0-9]*|(eth|wlan|wwan|br|bond|tun|tap|veth|virbr|docker|ppp|ib|usb|team|wg)[0-9]+"
              + "(:[0-9]+|\\.[0-9]+)?|en[opsx][0-9a-f][0-9a-z]*|wl[opsx][0-9a-f][0-9a-z]*");

  /** Words that stand for hosts in other files, but not here. */
  private static final Set<String> OTHERS_WORDS =
      Set.of("all", "any", "none", "local", "known", "unknown", "paranoid", "except");

  private HostNames() {}

  /** What a look-up of the name finds on the machine; an address is for others to find. */
  static Answer lookUp(String name, NetNames names) {
    List<IpAddress> known = names.host(name);
    if (!known.isEmpty()) {
      return Answer.FOUND;
    }
    String lower = AsciiCase.lower(name);
    boolean never =
        !NAME.matcher(name).matches()
            || NUMBERS.matcher(name).matches()
            || isInterface(name)
            || OTHERS_WORDS.contains(lower)
            || lower.equals("invalid")
            || lower.endsWith(".invalid")
            || lower.endsWith(".invalid.")
            || name.contains("..");
    return never ? Answer.NOT_FOUND : Answer.UNKNOWN;
  }

  /** Whether the name is one that Linux gives to network interfaces. */
  static boolean isInterface(String name) {
    return INTERFACE.matcher(name).matches();
  }
}
