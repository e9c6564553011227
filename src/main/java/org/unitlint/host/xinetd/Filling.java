package org.unitlint.host.xinetd;

import java.util.List;
import java.util.Optional;
import org.unitlint.host.value.IpAddress;
import org.unitlint.syntax.AsciiCase;

/** Fills in what a service does not say. As service_fill, in its order. */
final class Filling {
  private final Surroundings around;
  private final Draft defaults;

  Filling(Surroundings around, Draft defaults) {
    this.around = around;
    this.defaults = defaults;
  }

  /** Why the service is dropped, if it is. */
  Optional<Trouble> fill(Draft draft) {
    if (draft.redirect.isPresent()) {
      draft.serverUnused = draft.isSpecified("server");
      draft.server = "";
      draft.specified.add("server");
    }
    var wrong = arguments(draft);
    if (wrong.isPresent()) {
      return wrong;
    }
    limits(draft);
    wrong = bind(draft);
    if (wrong.isPresent()) {
      return wrong;
    }
    socket(draft);
    wrong = port(draft);
    if (wrong.isPresent()) {
      return wrong;
    }
    logs(draft);
    return Optional.empty();
  }

  /** The same for a service that is not served, as far as it goes, to tell what it would be. */
  void fillSilently(Draft draft) {
    limits(draft);
    bindDefault(draft);
    socket(draft);
    if (draft.port.isEmpty() && !draft.isUnlisted()) {
      draft.port = around.names().port(draft.name, draft.protocol);
    }
    logs(draft);
  }

  private static Optional<Trouble> arguments(Draft draft) {
    if (draft.isInternal()) {
      return Optional.empty();
    }
    if (draft.server.isEmpty() && draft.redirect.isEmpty()) {
      return Optional.of(draft.trouble(TroubleKind.NO_SERVER, draft.head));
    }
    if (draft.has("NAMEINARGS")) {
      return draft.isSpecified("server_args")
          ? Optional.empty()
          : Optional.of(
              draft.trouble(TroubleKind.NO_NAME_IN_ARGUMENTS, draft.valuesPlace("flags")));
    }
    return Optional.empty();
  }

  private void limits(Draft draft) {
    if (takes("instances", draft)) {
      draft.instances = defaults.instances;
    }
    takes("umask", draft);
    if (takes("per_source", draft)) {
      draft.perSource = defaults.perSource;
    }
    if (takes("groups", draft)) {
      draft.groups = defaults.groups;
    }
    if (takes("cps", draft)) {
      draft.rate = defaults.rate;
      draft.pause = defaults.pause;
    }
    if (takes("max_load", draft)) {
      draft.maxLoad = defaults.maxLoad;
    }
  }

  /** Whether the service has the attribute from the defaults. */
  private boolean takes(String attribute, Draft draft) {
    if (draft.isSpecified(attribute) || !defaults.isSpecified(attribute)) {
      return false;
    }
    draft.inherit(attribute, defaults);
    return true;
  }

  private Optional<Trouble> bind(Draft draft) {
    bindDefault(draft);
    if (draft.bindChoice.isEmpty()) {
      return Optional.empty();
    }
    boolean v6 = draft.has("IPv6") || !draft.has("IPv4");
    Optional<IpAddress> chosen = draft.bindChoice.stream().filter(a -> a.v6() == v6).findFirst();
    if (chosen.isEmpty()) {
      var place = draft.valuesPlace("bind");
      var setting = draft.words.getOrDefault("bind", List.of());
      return Optional.of(
          draft.trouble(TroubleKind.NO_SUCH_FAMILY, place, String.join(" ", setting)));
    }
    draft.bind = chosen;
    return Optional.empty();
  }

  private void bindDefault(Draft draft) {
    boolean own = draft.isSpecified("bind");
    if (!own && defaults.isSpecified("bind")) {
      draft.bind = defaults.bind;
      draft.bindName = defaults.bindName;
      draft.bindChoice = defaults.bindChoice;
      draft.inherit("bind", defaults);
    }
  }

  private static void socket(Draft draft) {
    if (!draft.isSpecified("protocol") && draft.isSpecified("socket_type")) {
      String protocol =
          switch (draft.socketType) {
            case "stream" -> "tcp";
            case "dgram" -> "udp";
            default -> "";
          };
      if (!protocol.isEmpty()) {
        draft.protocol = protocol;
        draft.derive("protocol", protocol);
      }
    }
    if (draft.isSpecified("protocol") && !draft.isSpecified("socket_type")) {
      String type =
          switch (AsciiCase.lower(draft.protocol)) {
            case "tcp" -> "stream";
            case "udp" -> "dgram";
            default -> "";
          };
      if (!type.isEmpty()) {
        draft.socketType = type;
        draft.derive("socket_type", type);
      }
    }
  }

  private Optional<Trouble> port(Draft draft) {
    if (draft.isSpecified("port") || draft.isTcpmux() || draft.isRpc()) {
      return Optional.empty();
    }
    if (draft.isUnlisted()) {
      return Optional.of(draft.trouble(TroubleKind.NO_PORT, draft.head));
    }
    if (!draft.isSpecified("protocol")) {
      return Optional.of(draft.trouble(TroubleKind.NO_PROTOCOL, draft.head));
    }
    var port = around.names().port(draft.name, draft.protocol);
    if (port.isPresent()) {
      draft.port = port;
      draft.derive("port", port.get().toString());
      return Optional.empty();
    }
    if (!around.names().knowsPorts()) {
      return Optional.empty();
    }
    return Optional.of(
        draft.trouble(TroubleKind.NOT_IN_SERVICES, draft.head, draft.name, draft.protocol));
  }

  private void logs(Draft draft) {
    if (!draft.isSpecified("log_on_success") && defaults.isSpecified("log_on_success")) {
      draft.logSuccess.clear();
      draft.logSuccess.addAll(defaults.logSuccess);
      draft.inherit("log_on_success", defaults);
    }
    if (!draft.isSpecified("log_on_failure") && defaults.isSpecified("log_on_failure")) {
      draft.logFailure.clear();
      draft.logFailure.addAll(defaults.logFailure);
      draft.inherit("log_on_failure", defaults);
    }
    if (takes("log_type", draft)) {
      draft.commonLog = defaults.log.filter(LogTarget::isFile).isPresent();
      draft.log = draft.commonLog ? Optional.empty() : defaults.log;
    }
  }
}
