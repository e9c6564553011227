package org.unitlint.host.value;

/**
 * All addresses that begin with the same bits.
 *
 * @param address the first of them
 * @param length how many bits they share
 */
public record IpPrefix(IpAddress address, int length) {
  public IpPrefix {
    address = address.masked(length);
  }

  /** Whether the other's addresses are all among these. */
  public boolean contains(IpPrefix other) {
    return address.v6() == other.address.v6()
        && length <= other.length
        && other.address.masked(length).equals(address);
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
