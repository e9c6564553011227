package org.unitlint.host.xinetd;

import java.math.BigInteger;
import java.util.Optional;
import org.unitlint.host.value.IpAddress;

/** Addresses in numbers as getaddrinfo(3) reads them: with short forms, and with a scope. */
final class Addresses {
  private Addresses() {}

  /** The address; empty for anything else, names included. */
  static Optional<IpAddress> numeric(String text) {
    if (text.indexOf(':') < 0) {
      return v4(text);
    }
    int scope = text.indexOf('%');
    var address = IpAddress.parse(scope < 0 ? text : text.substring(0, scope));
    return address.filter(a -> a.v6() && scope != text.length() - 1);
  }

  /** As inet_aton(3), without anything behind: the last of one to four numbers fills the rest. */
  static Optional<IpAddress> v4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long bits = 0;
    for (int i = 0; i < parts.length; i++) {
      var number = part(parts[i]);
      boolean last = i == parts.length - 1;
      int width = last ? 8 * (4 - i) : 8;
      if (number.isEmpty() || number.get() >= 1L << width) {
        return Optional.empty();
      }
      bits = bits << width | number.get();
    }
    return Optional.of(new IpAddress(false, BigInteger.valueOf(bits)));
  }

  private static Optional<Long> part(String text) {
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    int base = hex ? 16 : text.length() > 1 && text.startsWith("0") ? 8 : 10;
    String digits = hex ? text.substring(2) : text;
    boolean right =
        !digits.isEmpty()
            && digits.length() <= 15
            && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, base) >= 0);
    return right ? Optional.of(Long.parseLong(digits, base)) : Optional.empty();
  }
}
