package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Dependency;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/**
 * Only one socket can be bound to an address. See systemd.socket(5), ListenStream=, and bind(2).
 */
final class SameAddress implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("U273", "same-address", WARNING, "two sockets listen on the same address");
  private static final Set<String> ADDRESSES =
      Set.of("ListenStream", "ListenDatagram", "ListenSequentialPacket");
  private static final List<String> SHARING =
      List.of("ReusePort", "BindToDevice", "SocketProtocol");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Diagnostic seenFrom(Diagnostic finding, Predicate<Place> wanted) {
    return Advice.turned(finding, wanted);
  }

  private record Listener(Unit unit, Setting setting) {}

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    Map<String, List<Listener>> byAddress = new HashMap<>();
    var found = new ArrayList<Diagnostic>();
    for (Unit unit : facts.units()) {
      if (unit.name().type() != UnitType.SOCKET || !unit.isLoaded() || isSharing(unit)) {
        continue;
      }
      for (Setting setting : Accepted.of(facts.machine(), unit).listeners()) {
        var key = key(unit, setting, facts);
        if (key.isPresent()) {
          var here = new Listener(unit, setting);
          var others = byAddress.computeIfAbsent(key.get(), k -> new ArrayList<>());
          others.stream()
              .filter(other -> isCollision(other, here, facts))
              .findFirst()
              .ifPresent(other -> found.add(finding(here, other, facts)));
          others.add(here);
        }
      }
    }
    return found.stream();
  }

  /** Whether the unit asks for something by which an address can be shared. */
  private static boolean isSharing(Unit unit) {
    return SHARING.stream().anyMatch(d -> !unit.settings("Socket", d).isEmpty());
  }

  private static Optional<String> key(Unit unit, Setting setting, Facts facts) {
    var text = facts.machine().specifiers().expand(setting.text(), unit.name());
    return text.filter(t -> ADDRESSES.contains(setting.name()))
        .map(t -> sort(setting, t) + " " + normal(t));
  }

  /** Local sockets share a path whatever their sort. */
  private static String sort(Setting setting, String text) {
    return text.startsWith("/") ? "" : setting.name();
  }

  private static String normal(String text) {
    return text.startsWith("/var/run/") ? text.substring("/var".length()) : text;
  }

  /** Whether both are to be started, or one of them could be enabled beside the other. */
  private static boolean isCollision(Listener one, Listener other, Facts facts) {
    if (one.unit() == other.unit()) {
      return true;
    }
    String first = one.unit().name().toString();
    String second = other.unit().name().toString();
    boolean started = isStarted(first, facts) || isStarted(second, facts);
    return started
        && isWanted(one.unit(), facts)
        && isWanted(other.unit(), facts)
        && facts.edge(first, Dependency.CONFLICTS, second).isEmpty()
        && facts.edge(second, Dependency.CONFLICTS, first).isEmpty();
  }

  private static boolean isWanted(Unit unit, Facts facts) {
    boolean own = facts.whole() && !facts.isShipped(unit.fragmentPath());
    return isStarted(unit.name().toString(), facts)
        || own && new Said(unit, facts).installed().findAny().isPresent();
  }

  private static boolean isStarted(String name, Facts facts) {
    return facts.isInGraph(name) && facts.pulledInBy(DefaultTargetMissing.NAME).contains(name);
  }

  private static Diagnostic finding(Listener here, Listener other, Facts facts) {
    boolean both =
        Stream.of(here, other).allMatch(l -> isStarted(l.unit().name().toString(), facts));
    var found = finding(here, other);
    return both || here.unit() == other.unit() ? found : found.as(INFO);
  }

  private static Diagnostic finding(Listener here, Listener other) {
    boolean same = here.unit() == other.unit();
    var place = here.setting().place();
    String text = here.setting().text();
    String outcome =
        text.startsWith("/") ? "the later one takes the path away" : "the later one fails to start";
    var found =
        same
            ? RULE.at(place, "`%s` is listened on twice, of which one cannot work", text)
            : RULE.at(
                place,
                "`%s` is listened on by `%s` and `%s`: %s",
                text,
                other.unit().name().toString(),
                here.unit().name().toString(),
                outcome);
    return found
        .about(here.unit().name().toString())
        .label(other.setting().place(), "listened on here")
        .help(same ? "remove one of the lines" : "enable one of them only, or change an address");
  }
}
