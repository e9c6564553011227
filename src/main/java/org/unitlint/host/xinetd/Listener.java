package org.unitlint.host.xinetd;

import java.util.Optional;
import org.unitlint.host.value.IpAddress;

/**
 * A socket that xinetd has for a service.
 *
 * @param socketType {@code stream}, {@code dgram}, {@code raw} or {@code seqpacket}
 * @param protocol its name, as {@code tcp}
 * @param v6 whether it is an IPv6 socket
 * @param address what it is bound to; empty for all addresses, or for one that is not known
 * @param addressName how that address is called where only its name is known; else empty
 * @param port 0 for one that the kernel chooses; empty for one that is not known
 * @param v6only whether clients over IPv4 are shut out
 */
public record Listener(
    String socketType,
    String protocol,
    boolean v6,
    Optional<IpAddress> address,
    String addressName,
    Optional<Integer> port,
    boolean v6only) {
  /** Whether it is open on every address of its family. */
  public boolean isWildcard() {
    return addressName.isEmpty() && address.map(a -> a.bits().signum() == 0).orElse(true);
  }

  /** Whether clients with IPv4 addresses reach it. */
  public boolean takesV4() {
    return !v6 || isWildcard() && !v6only;
  }

  /** Whether the kernel could not have both at one port, if both are of streams. */
  public boolean overlaps(Listener other) {
    if (!protocol.equals(other.protocol)
        || !port.equals(other.port)
        || port.filter(p -> p > 0).isEmpty()) {
      return false;
    }
    if (v6 != other.v6) {
      return v6 ? isWildcard() && !v6only : other.isWildcard() && !other.v6only;
    }
    return isWildcard()
        || other.isWildcard()
        || address.equals(other.address) && addressName.equals(other.addressName);
  }
}
