package org.unitlint.rule;

import java.util.Set;
import org.unitlint.graph.Dependency;
import org.unitlint.host.Unit;
import org.unitlint.host.ports.Activation;
import org.unitlint.host.ports.Address;
import org.unitlint.host.ports.Collision;
import org.unitlint.host.ports.Evidence;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.ports.Overlap;
import org.unitlint.host.ports.Sort;

/** Which collisions come about: who of the two is started, and what the kernel does then. */
final class Claims {
  private static final Set<Activation> BY_INETD = Set.of(Activation.XINETD, Activation.INETD);

  private final Facts facts;

  Claims(Facts facts) {
    this.facts = facts;
  }

  /** Whether xinetd or another inetd has the socket. */
  static boolean isOfInetd(Listening listening) {
    return BY_INETD.contains(listening.activation());
  }

  /** Whether one of the two gets nothing; not all that overlaps is in each other's way. */
  static boolean isHarmful(Collision collision) {
    var first = collision.first();
    var second = collision.second();
    if (first.isTemplate() || second.isTemplate()) {
      return false;
    }
    boolean sure = isWritten(first) && isWritten(second);
    if (first.endpoint().sort() == Sort.DATAGRAM && first.address().kind() == Address.Kind.PORT) {
      // systemd and xinetd let others share; packets then go to the closest address.
      boolean shared = isShared(first) && isShared(second);
      return sure && shared && collision.overlap() == Overlap.SAME;
    }
    // A program that finds its path taken may remove what is there, or wait, or end.
    return first.address().kind() == Address.Kind.PORT || isShared(first) && isShared(second);
  }

  /** Whether the files say that it listens. */
  static boolean isWritten(Listening listening) {
    return listening.evidence() == Evidence.WRITTEN;
  }

  private static boolean isShared(Listening listening) {
    return listening.activation() != Activation.STANDALONE;
  }

  /** Whether one is the socket that the other, a service, is started for and gets. */
  static boolean isHandedOver(Collision collision) {
    return startsOther(collision.first(), collision.second())
        || startsOther(collision.second(), collision.first());
  }

  private static boolean startsOther(Listening socket, Listening service) {
    return socket.activation() == Activation.SOCKET
        && socket.starts().what().equals(service.name());
  }

  /** Whether the two are of one unit. */
  static boolean isOfOne(Collision collision) {
    return collision.first().name().equals(collision.second().name())
        && collision.first().activation() == collision.second().activation();
  }

  /** Whether somebody must start it by other means than a unit. */
  static boolean isOfNoUnit(Listening listening) {
    return listening.unit().isEmpty();
  }

  /** Whether the boot starts it, or whatever starts it is no unit. */
  boolean isStarted(Listening listening) {
    return isOfNoUnit(listening)
        || listening.unit().filter(u -> isStarted(u.name().toString())).isPresent();
  }

  private boolean isStarted(String name) {
    return facts.isInGraph(name) && facts.pulledInBy(DefaultTargetMissing.NAME).contains(name);
  }

  /** Whether the boot starts it, or somebody's own unit asks to be enabled. */
  boolean isWanted(Listening listening) {
    return isStarted(listening) || listening.unit().filter(this::isOwn).isPresent();
  }

  private boolean isOwn(Unit unit) {
    return facts.whole()
        && !facts.isShipped(unit.fragmentPath())
        && new Said(unit, facts).installed().findAny().isPresent();
  }

  /** Whether the two are never up together. */
  boolean isExclusive(Collision collision) {
    String first = unit(collision.first());
    String second = unit(collision.second());
    return facts.edge(first, Dependency.CONFLICTS, second).isPresent()
        || facts.edge(second, Dependency.CONFLICTS, first).isPresent();
  }

  private static String unit(Listening listening) {
    return listening.unit().map(u -> u.name().toString()).orElse("");
  }

  /** Whether the unit is started on some machines only. */
  static boolean isConditional(Listening listening) {
    return listening
        .unit()
        .filter(
            u ->
                u.settings().all().stream()
                    .anyMatch(
                        s ->
                            s.section().equals("Unit")
                                && (s.name().startsWith("Condition")
                                    || s.name().startsWith("Assert"))
                                && u.settings().counts(s)))
        .isPresent();
  }
}
