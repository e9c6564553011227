package org.unitlint.host.ports;

import java.math.BigInteger;
import java.util.Optional;
import org.unitlint.host.value.IpAddress;

/**
 * Where somebody listens.
 *
 * @param family empty-handed, {@link Family#NONE}, for all but ports
 * @param host the IP address; empty for all of the family
 * @param port 0 for one that the kernel chooses, and for what has none
 * @param name the path, abstract name, context of a virtual machine, or whatever else it is called;
 *     for a port the name of a host whose address is not known, else empty
 * @param device the network interface that it is bound to; empty for none
 */
public record Address(
    Kind kind, Family family, Optional<IpAddress> host, long port, String name, String device) {
  private static final long MAPPED = 0xFFFFL;

  /** The sorts of addresses. */
  public enum Kind {
    /** A port of the Internet Protocol. */
    PORT,
    /** A socket in the file system. */
    PATH,
    /** A socket with a name that is in no file system. */
    ABSTRACT,
    /** A port for virtual machines. */
    VSOCK,
    /** What is no socket, or none that two could fight for. */
    OTHER,
    /** Not known without the running machine, or without the instance of a template. */
    UNKNOWN
  }

  /** Whose packets arrive. */
  public enum Family {
    /** Those of IPv4. */
    V4,
    /** Those of IPv6. */
    V6,
    /** Those of both, over one socket. */
    BOTH,
    /** Those of IPv4, and maybe those of IPv6 over a second socket. */
    V4_AT_LEAST,
    /** It is no port. */
    NONE
  }

  /** A port on an address, or on all of a family. */
  public static Address port(Family family, Optional<IpAddress> host, long port, String device) {
    var v4 = host.flatMap(Address::mapped);
    return v4.isPresent()
        ? new Address(Kind.PORT, Family.V4, v4, port, "", device)
        : new Address(Kind.PORT, family, host.filter(h -> !isAny(h)), port, "", device);
  }

  /** A port on a host whose address is not known. */
  static Address port(Family family, String host, long port) {
    return new Address(Kind.PORT, family, Optional.empty(), port, host, "");
  }

  /** Something that has a name only. */
  public static Address named(Kind kind, String name) {
    return new Address(kind, Family.NONE, Optional.empty(), 0, name, "");
  }

  static Address vsock(String context, long port) {
    return new Address(Kind.VSOCK, Family.NONE, Optional.empty(), port, context, "");
  }

  static boolean isAny(IpAddress host) {
    return host.bits().signum() == 0;
  }

  /** The IPv4 address that an IPv6 address stands for, as {@code ::ffff:192.0.2.1} does. */
  private static Optional<IpAddress> mapped(IpAddress host) {
    boolean mapped = host.v6() && host.bits().shiftRight(32).equals(BigInteger.valueOf(MAPPED));
    return mapped
        ? Optional.of(
            new IpAddress(
                false, host.bits().and(BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE))))
        : Optional.empty();
  }

  /** The same bound to an interface. */
  Address on(String other) {
    return new Address(kind, family, host, port, name, other.isEmpty() ? device : other);
  }

  /** Whether it is open on all addresses of its family. */
  public boolean isWildcard() {
    return kind == Kind.PORT && host.isEmpty() && name.isEmpty();
  }

  private boolean hasV4() {
    return family == Family.V4 || family == Family.BOTH || family == Family.V4_AT_LEAST;
  }

  private boolean hasV6() {
    return family == Family.V6 || family == Family.BOTH;
  }

  /** How the kernel has the two in each other's way, whatever their protocol. */
  Optional<Overlap> overlap(Address other) {
    if (kind != other.kind || kind == Kind.OTHER || kind == Kind.UNKNOWN || port != other.port) {
      return Optional.empty();
    }
    if (kind == Kind.VSOCK) {
      boolean any = isAnyContext(name) || isAnyContext(other.name) || name.equals(other.name);
      boolean same = isAnyContext(name) == isAnyContext(other.name);
      return Optional.of(same ? Overlap.SAME : Overlap.WILDCARD).filter(o -> any);
    }
    if (kind != Kind.PORT) {
      return Optional.of(Overlap.SAME).filter(o -> name.equals(other.name));
    }
    boolean apart = !device.isEmpty() && !other.device.isEmpty() && !device.equals(other.device);
    boolean families = hasV4() && other.hasV4() || hasV6() && other.hasV6();
    return port == 0 || apart || !families ? Optional.empty() : hosts(other);
  }

  private static boolean isAnyContext(String context) {
    return context.isEmpty() || context.equals("any");
  }

  private Optional<Overlap> hosts(Address other) {
    boolean same = isWildcard() == other.isWildcard();
    if (same && !isWildcard() && !(host.equals(other.host) && name.equals(other.name))) {
      return Optional.empty();
    }
    boolean families = hasV6() != other.hasV6();
    if (families && family != Family.V4_AT_LEAST && other.family != Family.V4_AT_LEAST) {
      return Optional.of(Overlap.FAMILIES);
    }
    return Optional.of(same ? Overlap.SAME : Overlap.WILDCARD);
  }

  /** Its address without the port: {@code *} for all, over IPv4 and IPv6. */
  public String hostText() {
    return (kind == Kind.PORT ? bare() : name) + (device.isEmpty() ? "" : "%" + device);
  }

  private String bare() {
    if (!name.isEmpty()) {
      return name;
    }
    if (host.isPresent()) {
      return host.get().toString();
    }
    return switch (family) {
      case V4 -> "0.0.0.0";
      case V6 -> "::";
      default -> "*";
    };
  }

  /** As people write it, with the port; a port that the kernel chooses is 0. */
  @Override
  public String toString() {
    return switch (kind) {
      case PORT -> {
        String text = hostText();
        yield (text.contains(":") ? "[" + text + "]" : text) + ":" + port;
      }
      case ABSTRACT -> "@" + name;
      case VSOCK -> "vsock:" + name + ":" + port;
      default -> name;
    };
  }
}
