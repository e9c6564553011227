package org.unitlint.host.ports;

import java.util.Optional;

/**
 * Something that is listened on.
 *
 * @param protocol of the network, as {@code tcp}; {@code unix} for a local socket; empty for others
 * @param sharing whether it is made so that others may have it too, if they want that as well
 * @param network whose network it is in; empty for that of the machine
 */
public record Endpoint(
    Sort sort, String protocol, Address address, boolean sharing, String network) {
  private static final String TCP = "tcp";

  /** How the two are in each other's way; empty where both can be listened on. */
  public Optional<Overlap> overlap(Endpoint other) {
    boolean path = address.kind() == Address.Kind.PATH;
    if (!path && !network.equals(other.network) || sort == Sort.RAW || other.sort == Sort.RAW) {
      return Optional.empty();
    }
    if (address.kind() == Address.Kind.PORT) {
      boolean apart = !space().equals(other.space()) || sharing && other.sharing;
      return apart ? Optional.empty() : address.overlap(other.address);
    }
    return path || sort == other.sort ? address.overlap(other.address) : Optional.empty();
  }

  /** Whose ports it takes: those of TCP for what is TCP as well. */
  private String space() {
    return protocol.equals("mptcp") ? TCP : protocol;
  }

  /** Whether it is a port that clients on other machines may reach. */
  public boolean isPort() {
    return address.kind() == Address.Kind.PORT;
  }

  /** The protocol, or what it is else. */
  public String word() {
    return switch (address.kind()) {
      case PORT -> protocol;
      case PATH, ABSTRACT -> local();
      case VSOCK -> sort == Sort.STREAM ? "vsock" : "vsock " + sort.word();
      case UNKNOWN -> isLocal() ? local() : sort.word();
      case OTHER -> sort.word();
    };
  }

  private boolean isLocal() {
    boolean socket = sort.compareTo(Sort.SEQPACKET) <= 0;
    return socket && (address.name().startsWith("/") || address.name().startsWith("@"));
  }

  private String local() {
    return sort == Sort.STREAM ? "unix" : "unix " + sort.word();
  }
}
