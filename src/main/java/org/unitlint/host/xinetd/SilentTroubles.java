package org.unitlint.host.xinetd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unitlint.host.value.IpAddress;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;

/** Finds what xinetd does not notice in services that it serves, and in its defaults. */
final class SilentTroubles {
  private static final List<String> TCP_FLAGS = List.of("NODELAY", "KEEPALIVE");

  private final Draft defaults;
  private final NetNames names;

  SilentTroubles(Draft defaults, NetNames names) {
    this.defaults = defaults;
    this.names = names;
  }

  /** Looks at a service that is served. */
  void look(Draft draft) {
    late(draft);
    logs(draft);
    family(draft);
    limits(draft);
    access(draft);
    flags(draft);
    arguments(draft);
    port(draft);
    redirect(draft);
  }

  private void late(Draft draft) {
    var late =
        Completion.FIRST.stream()
            .filter(a -> defaults.isSpecified(a) && !draft.origins.containsKey(a))
            .toList();
    if (!late.isEmpty()) {
      draft.trouble(
          TroubleKind.DEFAULTS_TOO_LATE,
          draft.head,
          defaults.place(late.get(0)),
          late.toArray(new String[0]));
    }
  }

  private static void logs(Draft draft) {
    if (draft.log.isPresent() || draft.commonLog) {
      return;
    }
    for (String attribute : List.of("log_on_success", "log_on_failure")) {
      var flags = attribute.equals("log_on_success") ? draft.logSuccess : draft.logFailure;
      if (!flags.isEmpty() && draft.origins.containsKey(attribute)) {
        draft.trouble(TroubleKind.NO_LOG_TYPE, draft.place(attribute), attribute);
      }
    }
  }

  private static void family(Draft draft) {
    boolean v6 = Sockets.isV6(draft);
    if (draft.bind.isPresent() && draft.bind.get().v6() != v6) {
      draft.trouble(
          TroubleKind.FAMILY_CLASH,
          draft.valuesPlace("flags"),
          draft.valuesPlace("bind"),
          v6 ? "IPv6" : "IPv4",
          draft.bind.get().toString());
    }
    var only = draft.words.getOrDefault("v6only", List.of());
    if (draft.isSpecified("v6only") && only.size() == 1 && AsciiCase.equal(only.get(0), "no")) {
      draft.trouble(TroubleKind.V6ONLY_ANYWAY, draft.place("v6only"));
    }
  }

  private static void limits(Draft draft) {
    for (String attribute : List.of("instances", "per_source")) {
      long limit = attribute.equals("instances") ? draft.instances : draft.perSource;
      if (!draft.origins.containsKey(attribute)) {
        continue;
      }
      if (limit == 0) {
        draft.trouble(TroubleKind.SERVES_NOBODY, draft.valuesPlace(attribute), attribute);
      } else if (draft.waits && draft.isSpecified(attribute)) {
        draft.trouble(TroubleKind.LIMIT_WITH_WAIT, draft.place(attribute), attribute);
      }
    }
    if (draft.maxLoad < 0) {
      draft.trouble(TroubleKind.SERVES_NOBODY, draft.valuesPlace("max_load"), "max_load");
    }
    if (draft.rate == 0 && draft.origins.containsKey("cps")) {
      draft.trouble(TroubleKind.NO_RATE, draft.valuesPlace("cps"));
    }
    var nice = draft.words.getOrDefault("nice", List.of());
    if (!nice.isEmpty()) {
      CNumbers.signed(nice.get(0))
          .filter(n -> n < -20 || n > 19)
          .ifPresent(
              n ->
                  draft.trouble(
                      TroubleKind.NICE_OUT_OF_RANGE, draft.valuesPlace("nice"), nice.get(0)));
    }
  }

  private static void access(Draft draft) {
    draft.onlyFrom.ifPresent(
        only -> {
          if (only.isEmpty()) {
            draft.trouble(TroubleKind.NOBODY_ALLOWED, draft.valuesPlace("only_from"), "only_from");
          }
          boolean v4 = only.stream().anyMatch(p -> p.matchesAll(false));
          boolean v6 = only.stream().anyMatch(p -> p.address().filter(IpAddress::v6).isPresent());
          if (v4 && !v6 && Sockets.of(draft).filter(Listener::v6).isPresent()) {
            draft.trouble(TroubleKind.ONLY_V4_CLIENTS, draft.valuesPlace("only_from"), "only_from");
          }
        });
    var both = new HashMap<String, ClientPattern>();
    draft.noAccess.orElse(List.of()).forEach(p -> both.put(p.toString(), p));
    for (var pattern : draft.onlyFrom.orElse(List.of())) {
      var other = both.get(pattern.toString());
      if (other != null) {
        draft.trouble(
            TroubleKind.IN_BOTH_LISTS,
            pattern.written().place(),
            other.written().place(),
            pattern.written().text());
      }
    }
  }

  private static void flags(Draft draft) {
    var place = draft.valuesPlace("flags");
    for (String flag : TCP_FLAGS) {
      if (draft.has(flag) && !AsciiCase.equal(draft.protocol, "tcp")) {
        draft.trouble(TroubleKind.TCP_FLAG, place, flag);
      }
    }
    boolean userid = draft.logSuccess.contains("USERID") || draft.logFailure.contains("USERID");
    if (draft.has("IDONLY") && !userid) {
      draft.trouble(TroubleKind.IDONLY_WITHOUT_USERID, place);
    }
    if (draft.isSpecified("deny_time") && !draft.has("SENSOR")) {
      draft.trouble(TroubleKind.DENY_TIME_WITHOUT_SENSOR, draft.place("deny_time"));
    }
    if (draft.has("SENSOR") && draft.waits && draft.socketType.equals("stream")) {
      draft.trouble(TroubleKind.SENSOR_WAITS, draft.place("wait"));
    }
  }

  private static void arguments(Draft draft) {
    if (draft.server.isEmpty() || draft.arguments.isEmpty()) {
      return;
    }
    var place = draft.valuesPlace("server_args");
    if (draft.has("NAMEINARGS") && !draft.nameInArguments) {
      draft.trouble(TroubleKind.NAMEINARGS_TOO_LATE, draft.place("flags"), place);
    }
    String first = draft.arguments.get(0);
    boolean named = first.equals(draft.server) || first.equals(Completion.name(draft.server));
    if (!draft.nameInArguments && !draft.has("NAMEINARGS") && named) {
      draft.trouble(TroubleKind.NAME_IN_ARGUMENTS, place, first);
    }
  }

  private void port(Draft draft) {
    var listed = names.port(draft.name, draft.protocol);
    if (draft.isUnlisted() && listed.isPresent() && draft.port.filter(p -> p > 0).isPresent()) {
      int port = draft.port.get();
      var kind =
          port == listed.get() ? TroubleKind.LISTED_ANYWAY : TroubleKind.PORT_CONTRADICTS_NAME;
      var place = port == listed.get() ? draft.valuesPlace("type") : draft.valuesPlace("port");
      draft.trouble(kind, place, draft.name, listed.get().toString(), String.valueOf(port));
    }
    if (draft.isSpecified("port") && draft.port.filter(p -> p == 0).isPresent()) {
      draft.trouble(TroubleKind.RANDOM_PORT, draft.valuesPlace("port"));
    }
  }

  private static void redirect(Draft draft) {
    if (draft.redirect.isEmpty()) {
      if (draft.isInternal()
          && draft.isSpecified("server")
          && draft.written.containsKey("server")) {
        draft.trouble(TroubleKind.SERVER_UNUSED, draft.place("server"));
      }
      return;
    }
    if (draft.serverUnused) {
      draft.trouble(TroubleKind.SERVER_UNUSED, draft.place("server"), draft.place("redirect"));
    }
    var to = draft.redirect.get();
    var address = Addresses.numeric(to.host());
    boolean local =
        to.host().equals("localhost")
            || address.isPresent()
                && (draft.bind.equals(address)
                    || draft.bind.isEmpty() && isLoopback(address.get()));
    if (local && draft.port.filter(p -> p == to.port()).isPresent()) {
      draft.trouble(TroubleKind.REDIRECT_TO_ITSELF, draft.valuesPlace("redirect"));
    }
  }

  private static boolean isLoopback(IpAddress address) {
    return address.v6()
        ? address.bits().bitLength() == 1
        : address.bits().shiftRight(24).intValue() == 127;
  }

  /** Looks at the defaults, of which services are named by id. */
  void lookAtDefaults(List<Draft> drafts, Map<Draft, Outcome> outcomes) {
    if (defaults.isSpecified("v6only")) {
      defaults.trouble(TroubleKind.V6ONLY_IN_DEFAULTS, defaults.place("v6only"));
    }
    for (String list : List.of("enabled", "disabled")) {
      for (var line : defaults.written.getOrDefault(list, List.of())) {
        line.values().forEach(id -> named(list, id, drafts, outcomes));
      }
    }
  }

  private void named(String list, Value id, List<Draft> drafts, Map<Draft, Outcome> outcomes) {
    boolean enabled = list.equals("enabled");
    var meant = drafts.stream().filter(d -> Completion.names(Set.of(id.text()), d.id)).toList();
    if (meant.isEmpty()) {
      var kind = enabled ? TroubleKind.ENABLED_NAMES_NOTHING : TroubleKind.DISABLED_NAMES_NOTHING;
      defaults.trouble(kind, id.place(), id.text());
    }
    boolean off =
        !meant.isEmpty()
            && meant.stream()
                .map(outcomes::get)
                .allMatch(o -> o != null && o.state() == Outcome.State.DISABLED);
    if (enabled && off) {
      var disabled = outcomes.get(meant.get(0)).place().orElseThrow();
      defaults.trouble(TroubleKind.ENABLED_BUT_DISABLED, id.place(), disabled, id.text());
    }
  }
}
