package org.unitlint.host.ports;

import java.util.Comparator;
import java.util.Optional;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/**
 * Somebody who listens somewhere once his unit is started.
 *
 * @param portName what services(5) calls the port
 * @param unit whose start makes the socket: the socket unit, the service itself, or what runs
 *     xinetd, of which there may be none
 * @param name the unit's, or the id of xinetd's service
 * @param starts what a connection starts, for a service by itself what it is
 * @param path the file that says so, in the tree
 * @param place where it says so
 */
public record Listening(
    Endpoint endpoint,
    Optional<String> portName,
    Activation activation,
    Evidence evidence,
    Optional<Unit> unit,
    String name,
    Started starts,
    String path,
    Place place) {
  /** Ports first, by number; the rest by name. */
  static final Comparator<Listening> ORDER =
      Comparator.comparing((Listening l) -> l.address().kind())
          .thenComparing(l -> l.address().port())
          .thenComparing(l -> l.endpoint().protocol())
          .thenComparing(l -> l.address().toString())
          .thenComparing(Listening::name)
          .thenComparing(Listening::path)
          .thenComparing(l -> l.place().span().start())
          .thenComparing(l -> l.endpoint().sort());

  /**
   * What is started, and what it is.
   *
   * @param what the service, or a host and port that connections are passed on to; empty for none
   * @param user empty where that is not known
   * @param program its path; {@code internal} where xinetd answers; empty where it is not known
   */
  public record Started(String what, String user, String program) {}

  /** Where. */
  public Address address() {
    return endpoint.address();
  }

  /** Whether it is the instance of a template that would listen. */
  public boolean isTemplate() {
    return activation != Activation.XINETD && unit.filter(u -> u.name().isTemplate()).isPresent();
  }
}
