package org.unitlint.host.ports;

/** How two that cannot both be listened on stand to each other. */
public enum Overlap {
  /** They are the same. */
  SAME,
  /** One is all addresses, the other one of them. */
  WILDCARD,
  /** One is an IPv6 socket that takes IPv4 too, the other is of IPv4. */
  FAMILIES
}
