package org.unitlint.host.xinetd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.unitlint.host.value.IpAddress;
import org.unitlint.source.Place;
import org.unitlint.syntax.XinetdAttribute;

/** A service, or the defaults, while they are worked out; as xinetd's struct service_config. */
final class Draft {
  final String path;
  final String name;
  final Place head;
  final Set<String> specified = new HashSet<>();
  final Set<String> refused = new HashSet<>();
  final Map<String, List<XinetdAttribute>> written = new TreeMap<>();
  final Map<String, List<String>> words = new TreeMap<>();
  final Map<String, Origin> origins = new TreeMap<>();
  final List<Trouble> troubles = new ArrayList<>();
  Optional<Trouble> disabledBy = Optional.empty();

  String id;
  final Set<String> flags = new LinkedHashSet<>();
  final Set<String> types = new LinkedHashSet<>();
  String socketType = "";
  String protocol = "";
  boolean waits;
  String user = "";
  String group = "";
  boolean groups;
  String server = "";
  boolean serverUnused;
  List<String> arguments = List.of();
  boolean nameInArguments;
  long instances = -1;
  long perSource = -1;
  long rate = 50;
  long pause = 10;
  double maxLoad;
  Optional<Integer> port = Optional.empty();
  Optional<LogTarget> log = Optional.empty();
  boolean commonLog;
  Set<String> logSuccess = new LinkedHashSet<>();
  Set<String> logFailure = new LinkedHashSet<>();
  Optional<List<ClientPattern>> onlyFrom = Optional.empty();
  Optional<List<ClientPattern>> noAccess = Optional.empty();
  Optional<List<String>> passedVariables = Optional.empty();
  List<String> variables = new ArrayList<>();
  Optional<Redirect> redirect = Optional.empty();
  Optional<IpAddress> bind = Optional.empty();
  List<IpAddress> bindChoice = List.of();
  String bindName = "";
  final Set<String> enabled = new LinkedHashSet<>();
  final Set<String> disabled = new LinkedHashSet<>();
  Optional<XinetdAttribute> disable = Optional.empty();

  Draft(String path, String name, Place head) {
    this.path = path;
    this.name = name;
    this.head = head;
    this.id = name;
  }

  /** Whether the entry itself, or xinetd for it, gave the attribute. */
  boolean isSpecified(String attribute) {
    return specified.contains(attribute);
  }

  /** Whether there is a line for the attribute that xinetd does not take, so that it is unknown. */
  boolean isRefused(String attribute) {
    return refused.contains(attribute);
  }

  boolean isInternal() {
    return types.contains("INTERNAL");
  }

  boolean isUnlisted() {
    return types.contains("UNLISTED");
  }

  boolean isRpc() {
    return types.contains("RPC");
  }

  boolean isTcpmux() {
    return types.contains("TCPMUX") || types.contains("TCPMUXPLUS");
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  void mark(Trouble trouble) {
    disabledBy = disabledBy.or(() -> Optional.of(trouble));
  }

  /** The last line that gives the attribute; the head where none does. */
  Place place(String attribute) {
    var lines = written.getOrDefault(attribute, List.of());
    return lines.isEmpty() ? head : lines.get(lines.size() - 1).place();
  }

  /** The values of that line; the head where there is none. */
  Place valuesPlace(String attribute) {
    var lines = written.getOrDefault(attribute, List.of());
    return lines.isEmpty() ? head : lines.get(lines.size() - 1).valuesPlace();
  }

  Trouble trouble(TroubleKind kind, Place place, String... said) {
    var trouble = Trouble.of(kind, place, said);
    troubles.add(trouble);
    return trouble;
  }

  Trouble trouble(TroubleKind kind, Place place, Place other, String... said) {
    var trouble = Trouble.of(kind, place, other, said);
    troubles.add(trouble);
    return trouble;
  }

  /** Takes an attribute over from the defaults. */
  void inherit(String attribute, Draft defaults) {
    origins.put(attribute, Origin.DEFAULTS);
    written.put(attribute, new ArrayList<>(defaults.written.getOrDefault(attribute, List.of())));
    words.put(attribute, defaults.words.getOrDefault(attribute, List.of()));
  }

  /** What xinetd works out itself. */
  void derive(String attribute, String... values) {
    specified.add(attribute);
    origins.put(attribute, Origin.XINETD);
    words.put(attribute, List.of(values));
  }

  private List<String> words(String attribute) {
    return switch (attribute) {
      case "only_from" -> texts(onlyFrom);
      case "no_access" -> texts(noAccess);
      default -> words.getOrDefault(attribute, List.of());
    };
  }

  private static List<String> texts(Optional<List<ClientPattern>> patterns) {
    return patterns.orElse(List.of()).stream().map(p -> p.written().text()).distinct().toList();
  }

  /** Makes settings of all that holds. */
  Map<String, Setting> settings() {
    var settings = new TreeMap<String, Setting>();
    origins.forEach(
        (attribute, origin) ->
            settings.put(
                attribute,
                new Setting(
                    attribute,
                    words(attribute),
                    origin,
                    written.getOrDefault(attribute, List.of()))));
    return settings;
  }
}
