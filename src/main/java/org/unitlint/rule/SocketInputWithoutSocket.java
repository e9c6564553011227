package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Mentions;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/**
 * StandardInput=socket takes the one socket that systemd passes. See systemd.exec(5),
 * StandardInput=.
 */
final class SocketInputWithoutSocket implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U246",
          "socket-input-without-socket",
          ERROR,
          "`StandardInput=socket` of a service that gets no socket, or several");
  private static final Subject SUBJECT =
      Subject.of(UnitType.SERVICE).with("StandardInput", "StandardOutput", "StandardError");

  private static final Set<String> FROM_SOCKET = Set.of("socket");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return Service.of(unit, facts).flatMap(SocketInputWithoutSocket::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    return Stream.of("StandardInput", "StandardOutput", "StandardError")
        .filter(d -> !service.unit().name().isInstance())
        .flatMap(d -> service.last(d).stream())
        .filter(s -> FROM_SOCKET.contains(s.text()))
        .limit(1)
        .flatMap(s -> ofSetting(s, service).map(f -> Advice.mild(f, s, service.facts())));
  }

  private static Stream<Diagnostic> ofSetting(Setting setting, Service service) {
    var facts = service.facts();
    var sockets = sockets(service.unit(), facts);
    boolean accepts = sockets.stream().anyMatch(s -> s.flag("Socket", "Accept", false));
    if (accepts || !service.unit().settings("Service", "Sockets").isEmpty()) {
      return Stream.empty();
    }
    if (sockets.isEmpty()) {
      return facts.whole() ? Stream.of(none(setting, service)) : Stream.empty();
    }
    var listeners =
        sockets.stream()
            .flatMap(s -> Accepted.of(facts.machine(), s).listeners().stream())
            .toList();
    return listeners.size() < 2
        ? Stream.empty()
        : Stream.of(
            RULE.at(
                    setting.place(),
                    "`%s=socket` needs one socket, and gets %s",
                    setting.name(),
                    String.valueOf(listeners.size()))
                .label(listeners.get(1).place(), "one too many")
                .help("use a socket unit of its own for each, or `Accept=yes`"));
  }

  private static Diagnostic none(Setting setting, Service service) {
    var name = service.unit().name();
    String socket = (name.isTemplate() ? name.prefix() : name.stem()) + ".socket";
    return RULE.at(
            setting.place(), "`%s=socket`, but no socket unit starts `%s`", setting.name(), name)
        .note("systemd does not run the command without a socket")
        .help("write `%s`%s".formatted(socket, name.isTemplate() ? " with `Accept=yes`" : ""));
  }

  /** The socket units that start the service, or instances of the template. */
  private static List<Unit> sockets(Unit service, Facts facts) {
    return facts.units().stream()
        .filter(u -> u.name().type() == UnitType.SOCKET)
        .filter(u -> starts(u, service, facts))
        .toList();
  }

  private static boolean starts(Unit socket, Unit service, Facts facts) {
    var written = Mentions.of(facts.machine(), socket, "Socket", "Service");
    if (!written.isEmpty()) {
      return written.stream()
          .anyMatch(
              m -> m.name().filter(n -> isSame(n, service)).isPresent() || m.name().isEmpty());
    }
    var own = socket.name().withType(UnitType.SERVICE);
    return isSame(own, service) || socket.name().isPlain() && isSame(own.template(), service);
  }

  private static boolean isSame(UnitName name, Unit service) {
    return service.names().contains(name.toString())
        || name.isInstance() && service.names().contains(name.template().toString());
  }
}
