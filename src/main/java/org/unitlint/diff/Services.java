package org.unitlint.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unitlint.host.xinetd.Setting;
import org.unitlint.host.xinetd.XinetdService;

/** Compares the services of xinetd, each by its id. */
final class Services {
  private static final Written NOTHING = new Written("", "", 0, "");

  private Services() {}

  static List<ServiceChange> changes(Side before, Side after) {
    var old = byId(before);
    var now = byId(after);
    rename(old, now);
    var ids = new TreeSet<>(old.keySet());
    ids.addAll(now.keySet());
    return ids.stream()
        .flatMap(i -> change(i, Optional.ofNullable(old.get(i)), Optional.ofNullable(now.get(i))))
        .toList();
  }

  /** xinetd reads no id behind {@code disable = yes}; a service of the same name has that one's. */
  private static void rename(
      SortedMap<String, XinetdService> old, SortedMap<String, XinetdService> now) {
    for (String id : List.copyOf(old.keySet())) {
      var service = old.get(id);
      var other =
          now.entrySet().stream()
              .filter(e -> !old.containsKey(e.getKey()) && !now.containsKey(id))
              .filter(e -> e.getValue().name().equals(service.name()))
              .filter(e -> isDisabled(service) || isDisabled(e.getValue()))
              .map(Map.Entry::getKey)
              .findFirst();
      if (other.isPresent()) {
        var moved = isDisabled(service) ? old : now;
        String from = isDisabled(service) ? id : other.get();
        moved.put(isDisabled(service) ? other.get() : id, moved.remove(from));
      }
    }
  }

  private static boolean isDisabled(XinetdService service) {
    return service.outcome().isDisabled();
  }

  /** A second one of an id has its number behind it. */
  private static SortedMap<String, XinetdService> byId(Side side) {
    var services = new TreeMap<String, XinetdService>();
    var counts = new HashMap<String, Integer>();
    for (var service : side.services()) {
      int count = counts.merge(service.id(), 1, Integer::sum);
      services.put(count == 1 ? service.id() : service.id() + " (" + count + ")", service);
    }
    return services;
  }

  private static Stream<ServiceChange> change(
      String id, Optional<XinetdService> before, Optional<XinetdService> after) {
    var state = new Changed<>(before.map(Services::state), after.map(Services::state));
    boolean served = isServed(state.before()) && isServed(state.after());
    var attributes = served ? attributes(before.get(), after.get()) : List.<SettingChange>of();
    boolean same =
        state
            .before()
            .map(ServiceChange.State::outcome)
            .equals(state.after().map(ServiceChange.State::outcome));
    return same && attributes.isEmpty()
        ? Stream.empty()
        : Stream.of(new ServiceChange(id, state, attributes, Following.NOTHING));
  }

  private static boolean isServed(Optional<ServiceChange.State> state) {
    return state.filter(ServiceChange.State::isServed).isPresent();
  }

  private static ServiceChange.State state(XinetdService service) {
    var head = Written.at(service.name(), service.path(), service.place());
    var decides =
        service
            .outcome()
            .place()
            .map(p -> Written.at(p.text().replaceAll("\\s+", " "), service.path(), p))
            .orElse(NOTHING);
    return new ServiceChange.State(service.outcome().state(), head, decides);
  }

  private static List<SettingChange> attributes(XinetdService before, XinetdService after) {
    var names = new TreeSet<>(before.settings().keySet());
    names.addAll(after.settings().keySet());
    return names.stream()
        .filter(n -> !words(before, n).equals(words(after, n)))
        .map(n -> new SettingChange("", n, written(before, n), written(after, n)))
        .toList();
  }

  private static List<String> words(XinetdService service, String attribute) {
    return service.setting(attribute).map(Setting::words).orElse(List.of());
  }

  private static List<Written> written(XinetdService service, String attribute) {
    return service.setting(attribute).stream()
        .map(
            s ->
                s.place()
                    .map(p -> Written.at(s.text(), service.path(), p))
                    .orElseGet(() -> NOTHING.saying(s.text())))
        .toList();
  }
}
