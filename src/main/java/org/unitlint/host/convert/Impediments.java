package org.unitlint.host.convert;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.unitlint.host.xinetd.Listener;
import org.unitlint.host.xinetd.Outcome;
import org.unitlint.host.xinetd.Setting;
import org.unitlint.host.xinetd.SettingNumbers;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Place;

/** Why some services cannot be units. */
final class Impediments {
  private static final Set<String> STREAMS = Set.of("tcp", "sctp");
  private static final Set<String> DATAGRAMS = Set.of("udp", "udplite");

  /** What systemd takes for a user or group, as far as xinetd would know such a one. */
  private static final Pattern ACCOUNT =
      Pattern.compile("(?!-[0-9]|\\.{1,2}$)[^\\p{Cntrl}\\s/:%\"',;$\\ud800-\\udfff]+");

  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\"'\\\\]");
  private static final Set<Long> NO_ACCOUNTS = Set.of(65_535L, 4_294_967_295L);

  /**
   * Why there can be no unit.
   *
   * @param place what decides it
   */
  record Impediment(Place place, String reason) {}

  private Impediments() {}

  /** Why the service, disabled or not, cannot be a unit; empty where it can. */
  static Optional<Impediment> of(XinetdService service, boolean disabled) {
    return mistake(service, disabled)
        .or(() -> kind(service))
        .or(() -> socket(service))
        .or(() -> nobody(service))
        .or(() -> program(service));
  }

  private static Optional<Impediment> no(XinetdService service, String attribute, String reason) {
    var place = service.setting(attribute).flatMap(Setting::place).orElse(service.place());
    return Optional.of(new Impediment(place, reason));
  }

  /** What xinetd does not serve for a mistake; whose port is taken is no mistake of its own. */
  private static Optional<Impediment> mistake(XinetdService service, boolean disabled) {
    var outcome = service.outcome();
    if (outcome.isServed() || outcome.isDisabled() || disabled && isTwin(service)) {
      return Optional.empty();
    }
    var place = outcome.place().orElse(service.place());
    String words = outcome.trouble().map(Mistakes::words).orElse("there is a mistake in it");
    String what =
        switch (outcome.state()) {
          case SWALLOWED -> "a mistake before it hides it from xinetd: ";
          case NOT_RUN -> "xinetd does not run: ";
          default -> "xinetd drops it: ";
        };
    return Optional.of(new Impediment(place, what + words));
  }

  /** Whether it is dropped only since another service has its port. */
  static boolean isTwin(XinetdService service) {
    return service.outcome().state() == Outcome.State.DROPPED
        && service
            .outcome()
            .trouble()
            .map(Trouble::kind)
            .filter(k -> k == TroubleKind.PORT_TAKEN || k == TroubleKind.DUPLICATE)
            .isPresent();
  }

  private static Optional<Impediment> kind(XinetdService service) {
    if (service.isRpc()) {
      return no(service, "type", "an RPC service is found by rpcbind, which systemd knows not of");
    }
    if (service.isBehindTcpmux() || service.name().equals("tcpmux") && service.isInternal()) {
      return no(service, "type", "systemd has no tcpmux");
    }
    if (service.traits().flags().contains("SENSOR")) {
      return no(service, "flags", "systemd has nothing like `SENSOR`");
    }
    if (service.isInternal()) {
      return no(service, "type", "xinetd answers it by itself, and systemd has no such service");
    }
    return Optional.empty();
  }

  private static Optional<Impediment> socket(XinetdService service) {
    if (service.listeners().isEmpty()) {
      return no(service, "socket_type", "what it listens on is not known");
    }
    var listener = service.listeners().get(0);
    if (!isTaken(listener)) {
      String socket = listener.socketType() + " over " + listener.protocol();
      return no(service, "socket_type", "systemd has no socket of the type " + socket);
    }
    if (listener.socketType().equals("dgram") && !service.waits()) {
      return no(
          service,
          "wait",
          "datagrams come without connections that systemd could accept; with `wait = yes` the"
              + " server could take them from the socket");
    }
    if (listener.port().isEmpty()) {
      return no(
          service, "port", "neither `port` nor an `/etc/services` here says which port it has");
    }
    if (listener.port().get() == 0) {
      return no(service, "port", "port 0 stands for another port at each start");
    }
    if (!listener.addressName().isEmpty()) {
      return no(
          service,
          "bind",
          "systemd binds to addresses only, and `"
              + listener.addressName()
              + "` is a name that is not in `/etc/hosts`");
    }
    return Optional.empty();
  }

  private static boolean isTaken(Listener listener) {
    String protocol = listener.protocol().toLowerCase(Locale.ROOT);
    return switch (listener.socketType()) {
      case "stream" -> STREAMS.contains(protocol);
      case "dgram" -> DATAGRAMS.contains(protocol);
      default -> false;
    };
  }

  /** Limits that let nobody in. */
  private static Optional<Impediment> nobody(XinetdService service) {
    for (String limit : List.of("instances", "per_source")) {
      var number = service.setting(limit).flatMap(SettingNumbers::integer);
      if (number.isPresent() && number.get() == 0 && !service.waits()) {
        return no(service, limit, "it serves nobody, by `" + limit + " = 0`");
      }
    }
    var load = service.setting("max_load").flatMap(SettingNumbers::real).filter(l -> l < 0);
    return load.isPresent()
        ? no(service, "max_load", "it serves nobody, by a `max_load` below zero")
        : Optional.empty();
  }

  private static Optional<Impediment> program(XinetdService service) {
    if (UnitNames.stem(service.id()).length() > UnitNames.LONGEST) {
      return no(service, "id", "its id is too long for the name of a unit");
    }
    var run = service.run();
    for (String attribute : List.of("user", "group")) {
      String name = attribute.equals("user") ? run.user() : run.group();
      if (!name.isEmpty() && !isAccount(name)) {
        return no(service, attribute, "systemd takes no " + attribute + " of the name " + name);
      }
    }
    if (service.redirect().isPresent()) {
      return Optional.empty();
    }
    if (run.server().isEmpty()) {
      return no(service, "server", "it has no `server`");
    }
    if (!run.server().startsWith("/")) {
      return no(service, "server", "systemd takes absolute paths only, not `" + run.server() + "`");
    }
    if (UNSAFE.matcher(run.server()).find()
        || run.server().endsWith("/")
        || run.server().chars().anyMatch(c -> !Quoting.isShown(c))) {
      return no(service, "server", "systemd takes no program of that path");
    }
    return Optional.empty();
  }

  private static boolean isAccount(String name) {
    return name.chars().allMatch(c -> c >= '0' && c <= '9')
        ? SettingNumbers.unsigned(name).filter(n -> !NO_ACCOUNTS.contains(n)).isPresent()
        : ACCOUNT.matcher(name).matches();
  }
}
