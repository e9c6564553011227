package org.unitlint.host.xinetd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.syntax.AsciiCase;

/**
 * Works out what becomes of the services when all files are read. As cnf_get: first those that are
 * disabled go, then each is filled in and checked, then started.
 */
final class Completion {
  /** What a service takes over from the defaults when its entry begins. */
  static final List<String> FIRST =
      List.of(
          "log_on_success",
          "log_on_failure",
          "only_from",
          "no_access",
          "passenv",
          "banner",
          "banner_success",
          "banner_fail");

  private final Draft defaults;
  private final List<Draft> drafts;
  private final Map<Draft, Outcome> outcomes = new LinkedHashMap<>();
  private final Set<Draft> settled;
  private final Optional<Trouble> exit;
  private final Filling filling;
  private final Checking checking;
  private final Starting starting;
  private final NetNames names;

  Completion(
      Surroundings around,
      Draft defaults,
      List<Draft> drafts,
      Map<Draft, Outcome> settled,
      Optional<Trouble> exit) {
    this.defaults = defaults;
    this.drafts = drafts;
    this.outcomes.putAll(settled);
    this.settled = Set.copyOf(settled.keySet());
    this.exit = exit;
    this.filling = new Filling(around, defaults);
    this.checking = new Checking(around);
    this.starting = new Starting(around, defaults);
    this.names = around.names();
  }

  List<XinetdService> services() {
    removeDisabled();
    var kept = new ArrayList<Draft>();
    for (Draft draft : drafts) {
      if (!outcomes.containsKey(draft)) {
        var trouble = filling.fill(draft).or(() -> checking.check(draft, kept));
        trouble.ifPresentOrElse(
            t -> {
              drop(draft, t);
              filling.fillSilently(draft);
            },
            () -> kept.add(draft));
      } else {
        filling.fillSilently(draft);
      }
    }
    for (Draft draft : kept) {
      starting.start(draft).ifPresent(t -> drop(draft, t));
    }
    var silent = new SilentTroubles(defaults, names);
    var wanted = drafts.stream().filter(this::isWanted).toList();
    wanted.forEach(silent::look);
    silent.lookAtDefaults(drafts, wanted, outcomes);
    return drafts.stream().map(this::made).toList();
  }

  /** Whether it is served, or would be but for a mistake that left all of its entry to be read. */
  private boolean isWanted(Draft draft) {
    var outcome = outcomes.getOrDefault(draft, Outcome.SERVED);
    boolean dropped =
        outcome.state() == Outcome.State.DROPPED
            && !settled.contains(draft)
            && !names(defaults.disabled, draft.id);
    return outcome.isServed() || dropped;
  }

  private void drop(Draft draft, Trouble trouble) {
    outcomes.put(draft, Outcome.of(Outcome.State.DROPPED, trouble));
  }

  /** As remove_disabled_services. */
  private void removeDisabled() {
    for (Draft draft : drafts) {
      if (outcomes.containsKey(draft)) {
        continue;
      }
      if (defaults.isSpecified("enabled")) {
        boolean named = names(defaults.enabled, draft.id);
        if (!named) {
          var place = defaults.place("enabled");
          outcomes.put(draft, Outcome.at(Outcome.State.NOT_ENABLED, place));
          continue;
        }
        draft.disabledBy.ifPresent(
            t ->
                draft.trouble(
                    TroubleKind.REVIVED, t.place(), defaults.place("enabled"), "enabled"));
        draft.disabledBy = Optional.empty();
      }
      draft.disabledBy.ifPresent(t -> drop(draft, t));
      if (!outcomes.containsKey(draft)
          && defaults.isSpecified("disabled")
          && names(defaults.disabled, draft.id)) {
        var place = defaults.place("disabled");
        outcomes.put(draft, Outcome.at(Outcome.State.DISABLED_BY_DEFAULTS, place));
      }
    }
  }

  static boolean names(Set<String> ids, String id) {
    return ids.stream().anyMatch(i -> AsciiCase.equal(i, id));
  }

  private XinetdService made(Draft draft) {
    var outcome = outcomes.getOrDefault(draft, Outcome.SERVED);
    if (exit.isPresent()) {
      outcome = Outcome.of(Outcome.State.NOT_RUN, exit.get());
    }
    var arguments = new ArrayList<String>(draft.arguments);
    if (!draft.nameInArguments && !draft.server.isEmpty()) {
      arguments.add(0, draft.has("NAMEINARGS") ? "" : name(draft.server));
    }
    return new XinetdService(
        draft.name,
        draft.id,
        draft.path,
        draft.head,
        outcome,
        draft.settings(),
        Sockets.of(draft).map(List::of).orElse(List.of()),
        new Access(draft.onlyFrom, draft.noAccess.orElse(List.of())),
        draft.waits,
        new XinetdService.Run(draft.server, arguments, draft.user, draft.group, draft.groups),
        new XinetdService.Traits(draft.types, draft.flags),
        draft.redirect,
        draft.commonLog ? defaults.log : draft.log,
        draft.troubles);
  }

  static String name(String server) {
    return server.substring(server.lastIndexOf('/') + 1);
  }
}
