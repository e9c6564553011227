package org.unitlint.host.xinetd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.syntax.AsciiCase;

/** Starts services: makes the socket, binds it, opens the log. As svc_activate. */
final class Starting {
  private static final Map<String, Set<String>> PROTOCOLS =
      Map.of(
          "stream", Set.of("tcp", "sctp", "mptcp", "dccp", "ip"),
          "dgram", Set.of("udp", "udplite", "icmp", "ipv6-icmp", "ip"),
          "seqpacket", Set.of("sctp", "ip"));

  /** Folders that a root without its variable parts lacks. */
  private static final Set<String> VARIABLE = Set.of("var", "run", "tmp", "home", "srv", "mnt");

  private final Surroundings around;
  private final Draft defaults;
  private final Map<String, List<Started>> started = new LinkedHashMap<>();

  private record Started(Draft draft, Listener listener) {}

  Starting(Surroundings around, Draft defaults) {
    this.around = around;
    this.defaults = defaults;
  }

  /** Why the service is not served, if it is not. */
  Optional<Trouble> start(Draft draft) {
    var listener = Sockets.of(draft);
    if (listener.isEmpty()) {
      return Optional.empty();
    }
    return socket(draft)
        .or(() -> bind(draft, listener.get()))
        .or(() -> log(draft))
        .or(() -> keep(draft, listener.get()));
  }

  private static Optional<Trouble> socket(Draft draft) {
    var fitting = PROTOCOLS.get(draft.socketType);
    boolean fits = fitting == null || fitting.contains(AsciiCase.lower(draft.protocol));
    return fits
        ? Optional.empty()
        : Optional.of(
            draft.trouble(
                TroubleKind.NO_SUCH_SOCKET,
                draft.valuesPlace("socket_type"),
                draft.valuesPlace("protocol"),
                draft.socketType,
                draft.protocol));
  }

  private Optional<Trouble> bind(Draft draft, Listener listener) {
    if (draft.isRpc()) {
      return Optional.empty();
    }
    for (var other : started.getOrDefault(key(listener), List.of())) {
      if (!other.listener().overlaps(listener)) {
        continue;
      }
      var place = draft.written.containsKey("port") ? draft.valuesPlace("port") : draft.head;
      if (listener.socketType().equals("stream")) {
        return Optional.of(
            draft.trouble(TroubleKind.PORT_TAKEN, place, other.draft().head, other.draft().id));
      }
      if (listener.socketType().equals("dgram")) {
        draft.trouble(TroubleKind.UDP_TWINS, place, other.draft().head, other.draft().id);
        break;
      }
    }
    return Optional.empty();
  }

  private static String key(Listener listener) {
    return AsciiCase.lower(listener.protocol()) + "/" + listener.port().orElse(-1);
  }

  private Optional<Trouble> keep(Draft draft, Listener listener) {
    started
        .computeIfAbsent(key(listener), k -> new ArrayList<>())
        .add(new Started(draft, listener));
    return Optional.empty();
  }

  private Optional<Trouble> log(Draft draft) {
    var target = draft.commonLog ? defaults.log : draft.log;
    if (target.filter(LogTarget::isFile).isEmpty() || !around.setup().whole()) {
      return Optional.empty();
    }
    String file = target.get().file();
    String path = Paths.normalize(file.startsWith("/") ? file : "/" + file);
    String top = path.substring(1).split("/", 2)[0];
    boolean there =
        !Paths.resolve(around.tree(), path).node().is(Node.Kind.FOLDER)
            && (around.programs().exists(Paths.parent(path)).orElse(true)
                || VARIABLE.contains(top) && !around.programs().exists("/" + top).orElse(true));
    return there
        ? Optional.empty()
        : Optional.of(draft.trouble(TroubleKind.NO_LOG, draft.valuesPlace("log_type"), file));
  }
}
