package org.unitlint.host.xinetd;

import java.math.BigInteger;
import java.util.Optional;
import org.unitlint.host.value.IpAddress;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;

/**
 * One item of {@code only_from} or {@code no_access}.
 *
 * @param address the address that is meant, before the mask; empty for a name
 * @param mask the bits of the address that count
 * @param name the name of a host, or of a domain from its dot on; empty for an address
 */
public record ClientPattern(
    Value written, Optional<IpAddress> address, BigInteger mask, String name) {
  private static final int V4 = 32;

  static ClientPattern of(Value written, IpAddress address, BigInteger mask) {
    return new ClientPattern(written, Optional.of(address), mask, "");
  }

  static ClientPattern named(Value written, String name) {
    return new ClientPattern(written, Optional.empty(), BigInteger.ZERO, name);
  }

  /** Whether it is known by name only, and looked up for each client. */
  public boolean isName() {
    return address.isEmpty();
  }

  /** Whether the client is meant, as far as its address tells; IPv4 over IPv6 counts as IPv4. */
  public boolean matches(IpAddress client) {
    return address.isPresent()
        && address.get().v6() == client.v6()
        && address.get().bits().and(mask).equals(client.bits().and(mask));
  }

  /** Whether every client of the family is meant. */
  public boolean matchesAll(boolean v6) {
    return address.isPresent() && address.get().v6() == v6 && mask.signum() == 0;
  }

  /** How many leading bits count; empty for a name, and for a mask with holes. */
  public Optional<Integer> prefix() {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int length = address.get().v6() ? 4 * V4 : V4;
    int bits = mask.bitCount();
    var full = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE).shiftLeft(length - bits);
    return full.equals(mask) ? Optional.of(bits) : Optional.empty();
  }

  /** Whether {@code -=} of this takes the other out of a list. */
  boolean removes(ClientPattern other) {
    return isName()
        ? other.isName() && AsciiCase.equal(name, other.name)
        : address.equals(other.address) && mask.equals(other.mask);
  }

  /** As {@code ADDRESS/BITS}, or the name. */
  @Override
  public String toString() {
    if (address.isEmpty()) {
      return name;
    }
    int length = address.get().v6() ? 4 * V4 : V4;
    var bits = prefix();
    return bits.isEmpty()
        ? address.get() + "/" + new IpAddress(address.get().v6(), mask)
        : bits.get() == length
            ? address.get().toString()
            : address.get().masked(bits.get()) + "/" + bits.get();
  }
}
