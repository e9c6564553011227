package org.unitlint.host.xinetd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unitlint.host.value.IpAddress;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;

/**
 * Finds what xinetd does not notice in services that it serves, or would serve if their one mistake
 * were mended, and in its defaults. What a value that is refused would have changed is not judged.
 */
final class SilentTroubles {
  private static final List<String> TCP_FLAGS = List.of("NODELAY", "KEEPALIVE");
  private static final Set<TroubleKind> SERVER_TROUBLES =
      Set.of(
          TroubleKind.SERVER_MISSING,
          TroubleKind.SERVER_NOT_EXECUTABLE,
          TroubleKind.SERVER_RELATIVE);

  private final Draft defaults;
  private final NetNames names;

  SilentTroubles(Draft defaults, NetNames names) {
    this.defaults = defaults;
    this.names = names;
  }

  /** Looks at a service that is wanted, and all of whose entry was read. */
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
            .filter(a -> !draft.isRefused(a))
            .toList();
    if (!late.isEmpty()) {
      draft.trouble(
          TroubleKind.DEFAULTS_TOO_LATE,
          draft.head,
          defaults.place(late.get(0)),
          late.toArray(new String[0]));
    }
  }

  /** One trouble for both attributes; none where the defaults have the same. */
  private void logs(Draft draft) {
    if (!isLogless(draft)) {
      return;
    }
    var dead = dead(draft);
    dead.removeIf(a -> !draft.isSpecified(a) || !dead(defaults).isEmpty());
    dead.forEach(a -> loggedNowhere(draft, dead, a));
  }

  private static void loggedNowhere(Draft draft, List<String> dead, String attribute) {
    if (attribute.equals(dead.get(0))) {
      var others = dead.stream().skip(1).map(draft::place).toList();
      var place = draft.place(attribute);
      draft.troubles.add(new Trouble(TroubleKind.NO_LOG_TYPE, place, others, dead));
    }
  }

  private boolean isLogless(Draft draft) {
    return draft.log.isEmpty()
        && !draft.commonLog
        && !draft.isRefused("log_type")
        && !defaults.isRefused("log_type");
  }

  /** What says that something be logged. */
  private static List<String> dead(Draft draft) {
    var dead = new ArrayList<String>();
    if (!draft.logSuccess.isEmpty()) {
      dead.add("log_on_success");
    }
    if (!draft.logFailure.isEmpty()) {
      dead.add("log_on_failure");
    }
    return dead;
  }

  private static void family(Draft draft) {
    boolean v6 = Sockets.isV6(draft);
    if (draft.bind.isPresent() && draft.bind.get().v6() != v6 && draft.words.containsKey("flags")) {
      draft.trouble(
          TroubleKind.FAMILY_CLASH,
          draft.valuesPlace("flags"),
          draft.valuesPlace("bind"),
          v6 ? "IPv6" : "IPv4",
          draft.bind.get().toString());
    }
    var only = draft.words.getOrDefault("v6only", List.of());
    boolean no = only.size() == 1 && AsciiCase.equal(only.get(0), "no");
    if (draft.isSpecified("v6only") && no && v6 && !draft.isRefused("flags")) {
      draft.trouble(TroubleKind.V6ONLY_ANYWAY, draft.place("v6only"));
    }
  }

  private static void limits(Draft draft) {
    noneServed(draft);
    for (String attribute : List.of("instances", "per_source")) {
      boolean none = (attribute.equals("instances") ? draft.instances : draft.perSource) == 0;
      if (draft.waits && draft.isSpecified(attribute) && !none) {
        draft.trouble(TroubleKind.LIMIT_WITH_WAIT, draft.place(attribute), attribute);
      }
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

  /** Limits that the entry itself sets. */
  private static void noneServed(Draft draft) {
    if (draft.isSpecified("instances") && draft.instances == 0) {
      draft.trouble(TroubleKind.SERVES_NOBODY, draft.valuesPlace("instances"), "instances");
    }
    if (draft.isSpecified("per_source") && draft.perSource == 0) {
      draft.trouble(TroubleKind.SERVES_NOBODY, draft.valuesPlace("per_source"), "per_source");
    }
    if (draft.isSpecified("max_load") && draft.maxLoad < 0) {
      draft.trouble(TroubleKind.SERVES_NOBODY, draft.valuesPlace("max_load"), "max_load");
    }
    if (draft.isSpecified("cps") && draft.rate == 0) {
      draft.trouble(TroubleKind.NO_RATE, draft.valuesPlace("cps"));
    }
  }

  private static void access(Draft draft) {
    draft.onlyFrom.ifPresent(
        only -> {
          if (only.isEmpty() && !draft.isRefused("only_from")) {
            draft.trouble(TroubleKind.NOBODY_ALLOWED, draft.valuesPlace("only_from"), "only_from");
          }
          if (draft.isRefused("only_from") || draft.isRefused("flags")) {
            return;
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
    if (draft.isRefused("flags")) {
      return;
    }
    var place = draft.valuesPlace("flags");
    boolean known = !draft.protocol.isEmpty() && !draft.isRefused("protocol");
    for (String flag : TCP_FLAGS) {
      if (known && draft.has(flag) && !AsciiCase.equal(draft.protocol, "tcp")) {
        draft.trouble(TroubleKind.TCP_FLAG, place, flag);
      }
    }
    boolean userid = draft.logSuccess.contains("USERID") || draft.logFailure.contains("USERID");
    boolean refused = draft.isRefused("log_on_success") || draft.isRefused("log_on_failure");
    if (draft.has("IDONLY") && !userid && !refused) {
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
    if (draft.arguments.isEmpty() || draft.isInternal() || draft.redirect.isPresent()) {
      return;
    }
    var place = draft.valuesPlace("server_args");
    if (draft.has("NAMEINARGS") && !draft.nameInArguments) {
      draft.trouble(
          TroubleKind.NAMEINARGS_TOO_LATE, draft.place("flags"), draft.place("server_args"));
    }
    String first = draft.arguments.get(0);
    String server = server(draft);
    boolean named =
        !server.isEmpty() && (first.equals(server) || first.equals(Completion.name(server)));
    boolean meant = draft.has("NAMEINARGS") || draft.isRefused("flags");
    if (!draft.nameInArguments && !meant && named) {
      draft.trouble(TroubleKind.NAME_IN_ARGUMENTS, place, first);
    }
  }

  /** The server, or that which is refused. */
  private static String server(Draft draft) {
    return draft.troubles.stream()
        .filter(t -> draft.server.isEmpty() && SERVER_TROUBLES.contains(t.kind()))
        .map(t -> t.word(0))
        .findFirst()
        .orElse(draft.server);
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
      // A sensor has to have a server, unless its type says that it needs none.
      boolean internal = draft.types.contains("INTERNAL") && !draft.has("SENSOR");
      if (internal && draft.written.containsKey("server")) {
        draft.trouble(TroubleKind.SERVER_UNUSED, draft.place("server"), draft.place("type"));
      }
      return;
    }
    if (draft.serverUnused && draft.written.containsKey("server")) {
      draft.trouble(TroubleKind.SERVER_UNUSED, draft.place("server"), draft.place("redirect"));
    }
    var to = draft.redirect.get();
    var address = Addresses.numeric(to.host().equals("localhost") ? "127.0.0.1" : to.host());
    boolean same =
        address.isPresent()
            && Sockets.of(draft).filter(l -> reaches(address.get(), to.port(), l)).isPresent();
    if (same) {
      draft.trouble(TroubleKind.REDIRECT_TO_ITSELF, draft.valuesPlace("redirect"));
    }
  }

  private static boolean reaches(IpAddress address, int port, Listener listener) {
    boolean here =
        listener.isWildcard()
            ? isLoopback(address) && (address.v6() ? listener.v6() : listener.takesV4())
            : listener.address().filter(address::equals).isPresent();
    return here && listener.port().filter(p -> p == port).isPresent();
  }

  private static boolean isLoopback(IpAddress address) {
    return address.v6()
        ? address.bits().bitLength() == 1
        : address.bits().shiftRight(24).intValue() == 127;
  }

  /** Looks at the defaults, of which services are named by id. */
  void lookAtDefaults(List<Draft> drafts, List<Draft> wanted, Map<Draft, Outcome> outcomes) {
    noneServed(defaults);
    boolean logless =
        drafts.isEmpty() && isLogless(defaults) || wanted.stream().anyMatch(this::isLogless);
    if (logless) {
      var dead = dead(defaults);
      dead.forEach(a -> loggedNowhere(defaults, dead, a));
    }
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
