package org.unitlint.security;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Accepted;
import org.unitlint.host.Booleans;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.AddressFamilies;
import org.unitlint.host.value.Capabilities;
import org.unitlint.host.value.Credential;
import org.unitlint.host.value.CredentialSource;
import org.unitlint.host.value.IpPrefix;
import org.unitlint.host.value.Mode;
import org.unitlint.host.value.Namespaces;
import org.unitlint.host.value.SyscallFilter;
import org.unitlint.source.Once;
import org.unitlint.source.Paths;

/**
 * What the settings of a service come to when systemd has read all of them, with what some of them
 * bring along. Follows the step of systemd in which it patches what it has read of a unit.
 */
final class Sandbox {
  private static final String SECTION = "Service";
  static final String DYNAMIC_USER = "DynamicUser";
  private static final int DEFAULT_UMASK = 022;

  /** What a user that comes and goes brings with it. */
  private static final Set<String> OF_DYNAMIC_USERS =
      Set.of("PrivateTmp", "RemoveIPC", "NoNewPrivileges", "RestrictSUIDSGID");

  private final Machine machine;
  private final Unit unit;
  private final Accepted accepted;
  private final Set<String> asked = new HashSet<>();

  // What many checks ask for.
  private final Once<Held<Long>> boundingSet =
      Once.of(() -> capabilities("CapabilityBoundingSet", Capabilities.ALL));
  private final Once<Held<SortedSet<String>>> namespaces =
      Once.of(() -> namespaces("RestrictNamespaces"));
  private final Once<Held<Optional<AddressFamilies>>> families =
      Once.of(() -> families("RestrictAddressFamilies"));
  private final Once<Held<Optional<SyscallFilter>>> syscalls =
      Once.of(() -> syscalls("SystemCallFilter"));

  Sandbox(Machine machine, Unit unit) {
    this.machine = machine;
    this.unit = unit;
    this.accepted = Accepted.of(machine, unit);
  }

  /** The directives that were asked for since this was called last, whether they are set or not. */
  Set<String> asked() {
    var all = Set.copyOf(asked);
    asked.clear();
    return all;
  }

  private String ask(String directive) {
    asked.add(directive);
    return directive;
  }

  private Optional<Setting> last(String directive) {
    return accepted.last(SECTION, ask(directive));
  }

  private Optional<Setting> on(String directive) {
    return accepted.on(SECTION, ask(directive));
  }

  private List<Setting> all(String directive) {
    return accepted.all(SECTION, ask(directive));
  }

  private <T> List<T> lines(String directive, Class<T> type) {
    return machine.values().lines(unit, SECTION, ask(directive), type);
  }

  Catalog catalog() {
    return machine.catalog();
  }

  int version() {
    return machine.setup().version();
  }

  /** Whether it is started as usual, and not at the beginning of the boot or the end. */
  Held<Boolean> usualBoot() {
    var setting = accepted.last("Unit", ask("DefaultDependencies"));
    return setting.isEmpty()
        ? Held.byDefault(true)
        : Held.by(isOn(setting.get()), List.of(setting.get()));
  }

  /** A boolean, which for some directives is one of other words by now; those mean yes. */
  Held<Boolean> flag(String directive) {
    var own = last(directive).map(s -> Held.by(isOn(s), List.of(s)));
    if (own.isPresent() && own.get().value() || !OF_DYNAMIC_USERS.contains(directive)) {
      return own.orElse(Held.byDefault(false));
    }
    return dynamicUser().map(s -> Held.with(true, s)).or(() -> own).orElse(Held.byDefault(false));
  }

  private static boolean isOn(Setting setting) {
    String text = setting.text();
    return Booleans.parse(text).orElse(!text.isEmpty());
  }

  private Optional<Setting> dynamicUser() {
    return on(DYNAMIC_USER);
  }

  /** One word of a few; booleans as {@code yes} and {@code no}. */
  Held<String> word(String directive, String otherwise) {
    return last(directive)
        .map(
            s ->
                Held.by(
                    Booleans.parse(s.text()).map(b -> b ? "yes" : "no").orElse(s.text()),
                    List.of(s)))
        .orElse(Held.byDefault(otherwise));
  }

  /** Who it runs as; empty where nothing says so, so that it runs as root. */
  Held<String> user() {
    var user = last("User");
    if (user.isPresent()) {
      String name = machine.specifiers().expand(user.get().text(), unit.name()).orElse("?");
      var settings = new ArrayList<>(List.of(user.get()));
      dynamicUser().ifPresent(settings::add);
      return Held.by(name, settings);
    }
    return dynamicUser()
        .map(s -> Held.by(unit.name().prefix(), List.of(s)))
        .orElse(Held.byDefault(""));
  }

  /** Whether its user comes and goes with it. */
  boolean isDynamic() {
    return dynamicUser().isPresent();
  }

  /** Whether it runs as root. */
  boolean isPrivileged() {
    String user = user().value();
    return user.isEmpty() || isRoot(user);
  }

  static boolean isRoot(String user) {
    return user.equals("root") || user.equals("0");
  }

  /** How it sees home directories. */
  Held<String> protectHome() {
    var own = word("ProtectHome", "no");
    return own.value().equals("no")
        ? dynamicUser().map(s -> Held.with("read-only", s)).orElse(own)
        : own;
  }

  /** How it sees the files of the system. */
  Held<String> protectSystem() {
    var own = word("ProtectSystem", "no");
    return own.value().equals("strict")
        ? own
        : dynamicUser().map(s -> Held.with("strict", s)).orElse(own);
  }

  /** Whether it has a root of its own, a folder or an image. */
  Held<Boolean> ownRoot() {
    var found = new ArrayList<Setting>();
    for (String directive : List.of("RootDirectory", "RootImage")) {
      last(directive).filter(s -> !isRootFolder(s)).ifPresent(found::add);
    }
    return Held.by(!found.isEmpty(), found);
  }

  private boolean isRootFolder(Setting setting) {
    return Accepted.path(machine, unit, setting)
        .filter(p -> Paths.normalize(p).equals("/"))
        .isPresent();
  }

  /** The capabilities that its processes may get at most, as bits. */
  Held<Long> boundingSet() {
    ask("CapabilityBoundingSet");
    return boundingSet.get();
  }

  /** The capabilities that its processes have without being root, as bits. */
  Held<Long> ambientSet() {
    return capabilities("AmbientCapabilities", 0);
  }

  private Held<Long> capabilities(String directive, long initial) {
    var lines = Capabilities.lines(unit, SECTION, ask(directive), machine.values());
    return Held.by(Capabilities.merge(lines, initial), sinceReset(directive));
  }

  /** The settings of the directive from the last empty one on, that one too. */
  private List<Setting> sinceReset(String directive) {
    var since = new ArrayList<Setting>();
    for (Setting setting : unit.settings().all()) {
      if (setting.section().equals(SECTION) && setting.name().equals(directive)) {
        if (setting.value().isEmpty()) {
          since.clear();
        }
        since.add(setting);
      }
    }
    return since;
  }

  /** What takes the capability away besides the bounding set; empty for most. */
  Optional<Setting> withoutCapability(String capability) {
    String directive =
        switch (capability) {
          case "CAP_MKNOD", "CAP_SYS_RAWIO" -> "PrivateDevices";
          case "CAP_SYS_MODULE" -> "ProtectKernelModules";
          case "CAP_SYSLOG" -> "ProtectKernelLogs";
          case "CAP_SYS_TIME", "CAP_WAKE_ALARM" -> "ProtectClock";
          default -> "";
        };
    return directive.isEmpty() ? Optional.empty() : on(directive);
  }

  /** The rights that files which it makes do not get. */
  Held<Integer> umask() {
    var setting = last("UMask");
    return setting
        .flatMap(s -> machine.values().read(s, unit.name()).value())
        .filter(Mode.class::isInstance)
        .map(m -> Held.by(((Mode) m).bits(), List.of(setting.get())))
        .orElse(Held.byDefault(DEFAULT_UMASK));
  }

  /** Who shares its keys. */
  Held<String> keyringMode() {
    return word("KeyringMode", machine.setup().scope() == Scope.USER ? "inherit" : "private");
  }

  /** Whether it manages control groups of its own; an empty value means that, too. */
  Held<Boolean> delegates() {
    String directive = ask("Delegate");
    var held = Held.byDefault(false);
    for (Setting setting : unit.settings().all()) {
      if (setting.section().equals(SECTION)
          && setting.name().equals(directive)
          && (setting.value().isEmpty() || machine.values().isTaken(setting, unit.name()))) {
        held = Held.by(Booleans.parse(setting.text()).orElse(true), List.of(setting));
      }
    }
    return held;
  }

  /** The groups that it has besides its own. */
  Held<Boolean> hasGroups() {
    return any("SupplementaryGroups");
  }

  /** Whether there is a setting of one of the directives. */
  Held<Boolean> any(String... directives) {
    var found = new ArrayList<Setting>();
    for (String directive : directives) {
      found.addAll(all(directive));
    }
    return Held.by(!found.isEmpty(), found);
  }

  /** The kinds of namespaces that it may make. */
  Held<SortedSet<String>> namespaces() {
    ask("RestrictNamespaces");
    return namespaces.get();
  }

  private Held<SortedSet<String>> namespaces(String directive) {
    var kinds = new TreeSet<String>();
    catalog().words("NamespaceType").orElseThrow().words().stream()
        .filter(w -> w.acceptedIn(version()))
        .forEach(w -> kinds.add(w.text()));
    var lines = lines(directive, Namespaces.class);
    return Held.by(Namespaces.allowed(lines, kinds), all(directive));
  }

  /** The families of addresses that it may use; empty where it may use all. */
  Held<Optional<AddressFamilies>> families() {
    ask("RestrictAddressFamilies");
    return families.get();
  }

  private Held<Optional<AddressFamilies>> families(String directive) {
    var lines = lines(directive, AddressFamilies.class);
    return Held.by(AddressFamilies.merge(lines), all(directive));
  }

  /** The architectures whose system calls it may use; none where it may use all. */
  Held<SortedSet<String>> architectures() {
    String directive = ask("SystemCallArchitectures");
    var names = new TreeSet<String>();
    for (var item : Accepted.items(machine, unit, SECTION, directive)) {
      if (catalog()
          .words("SyscallArchitecture")
          .flatMap(w -> w.word(item.text()))
          .filter(w -> w.acceptedIn(version()))
          .isPresent()) {
        names.add(item.text());
      }
    }
    return Held.by(names, unit.settings(SECTION, directive));
  }

  /** The filter of its system calls; empty where there is none. */
  Held<Optional<SyscallFilter>> syscalls() {
    ask("SystemCallFilter");
    return syscalls.get();
  }

  private Held<Optional<SyscallFilter>> syscalls(String directive) {
    var always = catalog().syscalls().of("@default", version());
    var filter = SyscallFilter.merge(lines(directive, SyscallFilter.class), always);
    return Held.by(filter.filter(f -> f.allow() || !f.calls().isEmpty()), all(directive));
  }

  /** The addresses that a list of them names. */
  Held<List<IpPrefix>> addresses(String directive) {
    var all = new ArrayList<IpPrefix>();
    for (List<?> line : lines(directive, List.class)) {
      line.forEach(p -> all.add((IpPrefix) p));
    }
    return Held.by(all, all(directive));
  }

  /** Which devices it may use: {@code auto}, {@code closed} or {@code strict}. */
  Held<String> devicePolicy() {
    var own = word("DevicePolicy", "auto");
    return own.value().equals("auto")
        ? on("PrivateDevices").map(s -> Held.with("closed", s)).orElse(own)
        : own;
  }

  /** Whether its list of devices has any; some settings add what they need. */
  Held<Boolean> hasDevices() {
    var own = any("DeviceAllow");
    if (own.value() || devicePolicy().value().equals("auto")) {
      return own;
    }
    return on("ProtectClock")
        .or(() -> last("RootImage"))
        .or(this::image)
        .or(() -> encrypted("LoadCredential"))
        .or(() -> encrypted("SetCredential"))
        .map(s -> Held.with(true, s))
        .orElse(own);
  }

  /** A line with an image to mount; of those that are taken some name none that can be. */
  private Optional<Setting> image() {
    return unit.settings(SECTION, ask("MountImages")).stream()
        .filter(s -> !items(s).isEmpty())
        .findFirst();
  }

  private List<?> items(Setting setting) {
    var value = machine.values().read(setting, unit.name()).value();
    return value.filter(List.class::isInstance).map(v -> (List<?>) v).orElse(List.of());
  }

  /** A line with an encrypted credential; of those of one name the last counts. */
  private Optional<Setting> encrypted(String plain) {
    ask(plain);
    ask(plain + "Encrypted");
    var names = new TreeMap<String, Setting>();
    for (Setting setting : unit.settings().all()) {
      boolean own = setting.section().equals(SECTION) && setting.name().startsWith(plain);
      if (own && unit.settings().counts(setting)) {
        credential(setting).ifPresent(n -> names.put(n, setting));
      }
    }
    return names.values().stream().filter(s -> s.name().endsWith("Encrypted")).findFirst();
  }

  private Optional<String> credential(Setting setting) {
    var value = machine.values().read(setting, unit.name()).value();
    return value
        .filter(CredentialSource.class::isInstance)
        .map(c -> ((CredentialSource) c).name())
        .or(() -> value.filter(Credential.class::isInstance).map(c -> ((Credential) c).name()));
  }
}
