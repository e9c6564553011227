package org.unitlint.host.ports;

import java.util.Optional;
import java.util.regex.Pattern;
import org.unitlint.host.value.IpAddress;

/**
 * A value of an option that says where to listen: a host, a port, or both.
 *
 * @param host as it is written, without brackets; empty for all of the machine
 * @param port empty where none is given
 */
record HostPort(String host, Optional<Integer> port) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
  private static final Pattern SCHEME = Pattern.compile("^(?:tcp|https?)://");
  private static final int HIGHEST = 65535;

  /** What the text says; an address of another sort is a host without port. */
  static HostPort of(String text) {
    String plain = SCHEME.matcher(text).replaceFirst("");
    var alone = port(plain);
    if (alone.isPresent()) {
      return new HostPort("", alone);
    }
    int colon = plain.lastIndexOf(':');
    boolean v6 = plain.startsWith("[");
    boolean one =
        colon >= 0 && (v6 ? plain.indexOf(']') + 1 == colon : colon == plain.indexOf(':'));
    if (!one) {
      return new HostPort(bare(plain), Optional.empty());
    }
    var port = port(plain.substring(colon + 1));
    return new HostPort(port.isEmpty() ? plain : bare(plain.substring(0, colon)), port);
  }

  /** The local socket that the text names; empty for all else. */
  static Optional<Address> local(String text) {
    String plain = text.replaceFirst("^unix:(//)?", "");
    boolean path = plain.startsWith("/") && plain.length() > 1;
    boolean named = plain.startsWith("@") && plain.length() > 1 && !plain.equals(text);
    if (path) {
      return Optional.of(Address.named(Address.Kind.PATH, plain));
    }
    return named
        ? Optional.of(Address.named(Address.Kind.ABSTRACT, plain.substring(1)))
        : Optional.empty();
  }

  /** Whether it is of a sort that is not known here, as {@code fd://}. */
  boolean isForeign() {
    return host.contains("://") || host.indexOf('$') >= 0;
  }

  private static String bare(String host) {
    boolean brackets = host.startsWith("[") && host.endsWith("]");
    return brackets ? host.substring(1, host.length() - 1) : host;
  }

  /** The port from 1 on that the text is. */
  static Optional<Integer> port(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(Integer.valueOf(text)).filter(p -> p > 0 && p <= HIGHEST)
        : Optional.empty();
  }

  private Optional<IpAddress> ip() {
    return IpAddress.parse(host.equals("localhost") ? "127.0.0.1" : host);
  }

  boolean isWildcard() {
    return host.isEmpty() || host.equals("*") || ip().filter(Address::isAny).isPresent();
  }

  boolean isLoopback() {
    return ip().filter(i -> i.v6() ? i.toString().equals("::1") : i.toString().startsWith("127."))
        .isPresent();
  }

  /** The address with that port; over IPv6 alone where it may or may not take IPv4 too. */
  Address address(int number) {
    if (host.isEmpty() || host.equals("*")) {
      return Address.port(Address.Family.V4_AT_LEAST, Optional.empty(), number, "");
    }
    var ip = ip();
    var family = ip.filter(IpAddress::v6).isPresent() ? Address.Family.V6 : Address.Family.V4;
    return ip.isPresent()
        ? Address.port(family, ip, number, "")
        : Address.port(Address.Family.V4, host, number);
  }
}
