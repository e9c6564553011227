package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.ports.Activation;
import org.unitlint.host.ports.Address;
import org.unitlint.host.ports.Collision;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.ports.Overlap;
import org.unitlint.host.ports.Sort;
import org.unitlint.source.Place;

/**
 * Only one socket can be bound to an address. See systemd.socket(5), ListenStream=, bind(2) and
 * ipv6(7), IPV6_V6ONLY.
 */
final class SameAddress implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("U273", "same-address", WARNING, "two sockets listen on the same address");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Diagnostic seenFrom(Diagnostic finding, Predicate<Place> wanted) {
    return Advice.turned(finding, wanted);
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    var claims = new Claims(facts);
    var told = new HashSet<Place>();
    var found = new ArrayList<Diagnostic>();
    for (Collision collision : facts.ports().collisions()) {
      if (isMistake(collision, claims) && told.add(collision.second().place())) {
        found.add(finding(collision, claims));
      }
    }
    return found.stream();
  }

  private static boolean isMistake(Collision collision, Claims claims) {
    var first = collision.first();
    var second = collision.second();
    boolean ofUnits = !Claims.isOfInetd(first) && !Claims.isOfInetd(second);
    boolean written = Claims.isWritten(first) && Claims.isWritten(second);
    if (!ofUnits || !written || !Claims.isHarmful(collision)) {
      return false;
    }
    if (Claims.isOfOne(collision)) {
      return first.activation() == Activation.SOCKET;
    }
    return !Claims.isHandedOver(collision)
        && !isSameProgram(first, second)
        && (claims.isStarted(first) || claims.isStarted(second))
        && claims.isWanted(first)
        && claims.isWanted(second)
        && !claims.isExclusive(collision);
  }

  /** Two processes of one program may have agreed to share, by SO_REUSEPORT. */
  private static boolean isSameProgram(Listening first, Listening second) {
    return first.activation() == Activation.STANDALONE
        && second.activation() == Activation.STANDALONE
        && first.starts().program().equals(second.starts().program())
        && first.starts().user().equals(second.starts().user());
  }

  private static Diagnostic finding(Collision collision, Claims claims) {
    var first = collision.first();
    var second = collision.second();
    if (Claims.isOfOne(collision)) {
      return ofOne(collision);
    }
    boolean both = claims.isStarted(first) && claims.isStarted(second);
    boolean doubtful =
        first.activation() != second.activation()
            && (Claims.isConditional(first) || Claims.isConditional(second));
    var found =
        RULE.at(second.place(), "%s: %s", what(collision), outcome(collision))
            .about(second.name())
            .label(first.place(), "listened on here")
            .help(help(collision));
    return both && !doubtful ? found : found.as(INFO);
  }

  private static Diagnostic ofOne(Collision collision) {
    var first = collision.first();
    var second = collision.second();
    var found =
        collision.overlap() == Overlap.SAME
            ? RULE.at(
                second.place(),
                "`%s` is listened on twice, of which one cannot work",
                second.place().text())
            : RULE.at(
                second.place(),
                "`%s` and `%s` overlap, so that the unit fails to start",
                second.place().text(),
                first.place().text());
    found = found.about(second.name()).label(first.place(), "listened on here");
    return switch (collision.overlap()) {
      case SAME -> found.help("remove one of the lines");
      case WILDCARD -> found.help("remove the line with the single address");
      case FAMILIES ->
          found
              .note("a socket of IPv6 takes IPv4 too, unless that is shut out; see ipv6(7)")
              .help("add `BindIPv6Only=ipv6-only`, or remove the line with the IPv4 address");
    };
  }

  private static String what(Collision collision) {
    var first = collision.first();
    var second = collision.second();
    return switch (collision.overlap()) {
      case SAME ->
          "`%s` is listened on by `%s` and `%s`"
              .formatted(text(second), first.name(), second.name());
      case WILDCARD, FAMILIES ->
          "`%s` of `%s` overlaps `%s` of `%s`"
              .formatted(text(second), second.name(), text(first), first.name());
    };
  }

  private static String text(Listening listening) {
    return listening.activation() == Activation.SOCKET
        ? listening.place().text()
        : listening.address().toString();
  }

  private static String outcome(Collision collision) {
    var first = collision.first();
    if (first.address().kind() == Address.Kind.PATH) {
      return "the later one takes the path away";
    }
    boolean shared = first.endpoint().sort() == Sort.DATAGRAM && first.endpoint().isPort();
    return shared ? "the later one gets all packets" : "the later one fails to start";
  }

  private static String help(Collision collision) {
    boolean all =
        collision.first().address().isWildcard() && collision.second().address().isWildcard();
    return all && collision.overlap() == Overlap.FAMILIES
        ? "write `BindIPv6Only=ipv6-only` for the one of IPv6, or change an address"
        : "enable one of them only, or change an address";
  }
}
