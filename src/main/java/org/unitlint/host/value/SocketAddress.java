package org.unitlint.host.value;

import java.util.Optional;

/**
 * What a socket listens on. See systemd.socket(5), ListenStream=.
 *
 * @param path in the file system, or the abstract name without its {@code @}; else empty
 * @param host the address, empty for all of the machine
 * @param port 0 where it has none
 * @param device the network interface that a link-local address belongs to; else empty
 */
public record SocketAddress(
    Kind kind, String path, Optional<IpAddress> host, long port, String device) {
  /** The sorts of addresses. */
  public enum Kind {
    /** A socket in the file system. */
    PATH,
    /** A name that is in no file system. */
    ABSTRACT,
    /** An address and port of the Internet Protocol. */
    IP,
    /** An address of a virtual machine; the path is its context identifier. */
    VSOCK
  }

  static SocketAddress path(String path) {
    return new SocketAddress(Kind.PATH, path, Optional.empty(), 0, "");
  }

  static SocketAddress named(String name) {
    return new SocketAddress(Kind.ABSTRACT, name, Optional.empty(), 0, "");
  }

  static SocketAddress port(long port) {
    return new SocketAddress(Kind.IP, "", Optional.empty(), port, "");
  }

  static SocketAddress ip(IpAddress host, long port, String device) {
    return new SocketAddress(Kind.IP, "", Optional.of(host), port, device);
  }

  static SocketAddress vsock(String context, long port) {
    return new SocketAddress(Kind.VSOCK, context, Optional.empty(), port, "");
  }
}
