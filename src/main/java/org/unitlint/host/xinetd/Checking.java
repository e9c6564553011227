package org.unitlint.host.xinetd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.syntax.AsciiCase;

/** Checks a service as a whole. As check_entry and service_attr_check, in their order. */
final class Checking {
  private static final int IDENT_PORT = 113;

  private final Catalog catalog = Catalog.standard();
  private final Surroundings around;

  Checking(Surroundings around) {
    this.around = around;
  }

  /**
   * Why the service is dropped, if it is.
   *
   * @param before the services before it that are kept
   */
  Optional<Trouble> check(Draft draft, List<Draft> before) {
    var wrong =
        duplicate(draft, before)
            .or(() -> intercepted(draft))
            .or(() -> internal(draft))
            .or(() -> labeled(draft))
            .or(() -> tcpmux(draft))
            .or(() -> listed(draft))
            .or(() -> redirected(draft))
            .or(() -> named(draft))
            .or(() -> datagrams(draft))
            .or(() -> missing(draft));
    if (wrong.isEmpty()) {
      ident(draft);
    }
    return wrong;
  }

  private static Optional<Trouble> duplicate(Draft draft, List<Draft> before) {
    for (Draft other : before) {
      boolean same =
          hasBind(other)
              && other.port.equals(draft.port)
              && AsciiCase.equal(other.protocol, draft.protocol)
              && !(draft.isRpc() && other.isRpc())
              && (!hasBind(draft) || sameBind(draft, other));
      if (same) {
        return Optional.of(draft.trouble(TroubleKind.DUPLICATE, draft.head, other.head, other.id));
      }
    }
    return Optional.empty();
  }

  private static boolean hasBind(Draft draft) {
    return draft.bind.isPresent() || !draft.bindName.isEmpty();
  }

  private static boolean sameBind(Draft draft, Draft other) {
    return draft.bind.equals(other.bind) && draft.bindName.equals(other.bindName);
  }

  private static Optional<Trouble> intercepted(Draft draft) {
    if (draft.has("INTERCEPT") && draft.isInternal()) {
      draft.trouble(TroubleKind.INTERCEPT_INTERNAL, draft.valuesPlace("flags"));
      draft.flags.remove("INTERCEPT");
    }
    if (draft.has("INTERCEPT") && !draft.waits) {
      draft.trouble(TroubleKind.INTERCEPT_NOWAIT, draft.valuesPlace("flags"));
      draft.flags.remove("INTERCEPT");
    }
    return Optional.empty();
  }

  private Optional<Trouble> internal(Draft draft) {
    if (draft.has("SENSOR")) {
      draft.types.add("INTERNAL");
    }
    if (!draft.isInternal()) {
      return Optional.empty();
    }
    String name = draft.has("SENSOR") ? "sensor" : draft.name;
    boolean known =
        catalog.xinetd().words("internal_" + draft.socketType).stream()
            .anyMatch(w -> AsciiCase.equal(w, name));
    return known
        ? Optional.empty()
        : Optional.of(
            draft.trouble(TroubleKind.NO_SUCH_INTERNAL, draft.head, name, draft.socketType));
  }

  private static Optional<Trouble> labeled(Draft draft) {
    if (!draft.has("LABELED")) {
      return Optional.empty();
    }
    String what =
        draft.isInternal()
            ? "internal"
            : !draft.socketType.equals("stream")
                ? "socket_type"
                : draft.waits ? "wait" : draft.redirect.isPresent() ? "redirect" : "";
    return what.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.trouble(TroubleKind.LABELED, draft.valuesPlace("flags"), what));
  }

  private static Optional<Trouble> tcpmux(Draft draft) {
    if (!draft.isTcpmux()) {
      return Optional.empty();
    }
    if (!draft.isUnlisted()) {
      return Optional.of(draft.trouble(TroubleKind.TCPMUX_LISTED, draft.valuesPlace("type")));
    }
    return AsciiCase.equal(draft.protocol, "tcp")
        ? Optional.empty()
        : Optional.of(draft.trouble(TroubleKind.TCPMUX_NOT_TCP, draft.valuesPlace("protocol")));
  }

  private Optional<Trouble> listed(Draft draft) {
    if (draft.isUnlisted()) {
      return Optional.empty();
    }
    if (draft.isRpc()) {
      return around.names().mayHaveProgram(draft.name)
          ? Optional.empty()
          : Optional.of(draft.trouble(TroubleKind.UNKNOWN_RPC, draft.head, draft.name));
    }
    if (!draft.isSpecified("protocol")) {
      return Optional.of(draft.trouble(TroubleKind.NO_PROTOCOL, draft.head));
    }
    var port = around.names().port(draft.name, draft.protocol);
    if (port.isEmpty()) {
      return around.names().knowsPorts()
          ? Optional.of(
              draft.trouble(TroubleKind.NOT_IN_SERVICES, draft.head, draft.name, draft.protocol))
          : Optional.empty();
    }
    if (draft.port.isPresent() && !draft.port.equals(port)) {
      return Optional.of(
          draft.trouble(
              TroubleKind.OTHER_PORT,
              draft.valuesPlace("port"),
              draft.name,
              port.get().toString(),
              draft.port.get().toString()));
    }
    return Optional.empty();
  }

  private static Optional<Trouble> redirected(Draft draft) {
    if (!draft.isSpecified("redirect")) {
      return draft.logSuccess.contains("TRAFFIC")
          ? Optional.of(
              draft.trouble(
                  TroubleKind.TRAFFIC_NOT_REDIRECTED, draft.valuesPlace("log_on_success")))
          : Optional.empty();
    }
    var place = draft.place("redirect");
    if (!draft.socketType.equals("stream")) {
      return Optional.of(draft.trouble(TroubleKind.REDIRECT_NO_STREAM, place));
    }
    if (draft.waits) {
      return Optional.of(draft.trouble(TroubleKind.REDIRECT_WAITS, place, draft.place("wait")));
    }
    return draft.has("NAMEINARGS")
        ? Optional.of(
            draft.trouble(TroubleKind.REDIRECT_NAMEINARGS, draft.valuesPlace("flags"), place))
        : Optional.empty();
  }

  private static Optional<Trouble> named(Draft draft) {
    return draft.has("NAMEINARGS") && draft.isInternal()
        ? Optional.of(draft.trouble(TroubleKind.INTERNAL_NAMEINARGS, draft.valuesPlace("flags")))
        : Optional.empty();
  }

  private Optional<Trouble> datagrams(Draft draft) {
    if (!draft.socketType.equals("dgram") || draft.waits || !draft.isSpecified("wait")) {
      return Optional.empty();
    }
    var trouble = draft.trouble(TroubleKind.DGRAM_NOWAIT, draft.place("wait"));
    return around.setup().dgramMustWait() ? Optional.of(trouble) : Optional.empty();
  }

  private static Optional<Trouble> missing(Draft draft) {
    var needed = new ArrayList<>(List.of("wait", "socket_type"));
    if (draft.isRpc() || draft.isUnlisted() && !draft.isInternal()) {
      needed.add("protocol");
    }
    if (!draft.isInternal()) {
      needed.add("user");
      needed.add("server");
    }
    if (draft.isRpc()) {
      needed.add("rpc_version");
      if (draft.isUnlisted()) {
        needed.add("rpc_number");
      }
    } else if (draft.isUnlisted() && !draft.isInternal() && !draft.isTcpmux()) {
      needed.add("port");
    }
    if (draft.has("IPv4") && draft.has("IPv6")) {
      draft.trouble(TroubleKind.BOTH_FAMILIES, draft.valuesPlace("flags"));
      draft.flags.remove("IPv4");
    }
    Optional<Trouble> first = Optional.empty();
    for (String attribute : needed) {
      if (!draft.isSpecified(attribute)) {
        var trouble = draft.trouble(TroubleKind.MISSING_ATTRIBUTE, draft.head, attribute);
        first = first.or(() -> Optional.of(trouble));
      }
    }
    return first;
  }

  private static void ident(Draft draft) {
    boolean ident =
        draft.port.filter(p -> p == IDENT_PORT).isPresent()
            && AsciiCase.equal(draft.protocol, "tcp");
    if (!ident) {
      return;
    }
    if (draft.logSuccess.remove("USERID")) {
      draft.trouble(TroubleKind.USERID_OF_IDENT, draft.valuesPlace("log_on_success"));
    }
    if (draft.logFailure.remove("USERID")) {
      draft.trouble(TroubleKind.USERID_OF_IDENT, draft.valuesPlace("log_on_failure"));
    }
  }
}
