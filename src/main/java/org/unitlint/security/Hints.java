package org.unitlint.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.unitlint.catalog.Need;
import org.unitlint.catalog.Program;
import org.unitlint.host.Accepted;
import org.unitlint.host.Booleans;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.ports.Activation;
import org.unitlint.host.ports.Evidence;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.value.Capabilities;
import org.unitlint.source.Paths;
import org.unitlint.syntax.Command;
import org.unitlint.syntax.CommandLine;

/** What a unit shows of what its service needs: the first hint at each need. */
final class Hints {
  private static final String SECTION = "Service";
  private static final int FIRST_FREE_PORT = 1024;
  private static final List<String> COMMANDS =
      List.of(
          "ExecCondition",
          "ExecStartPre",
          "ExecStart",
          "ExecStartPost",
          "ExecReload",
          "ExecStop",
          "ExecStopPost");

  /** What a service needs for which somebody said no to a part of the sandbox. */
  private static final Map<String, Need> REFUSED =
      Map.ofEntries(
          Map.entry("MemoryDenyWriteExecute", Need.NEW_CODE),
          Map.entry("NoNewPrivileges", Need.GAINED_RIGHTS),
          Map.entry("PrivateDevices", Need.DEVICES),
          Map.entry("PrivateMounts", Need.MOUNTS),
          Map.entry("PrivateNetwork", Need.NETWORK),
          Map.entry("PrivateTmp", Need.TEMPORARY_FILES),
          Map.entry("PrivateUsers", Need.USERS),
          Map.entry("ProtectClock", Need.CLOCK),
          Map.entry("ProtectControlGroups", Need.CONTROL_GROUPS),
          Map.entry("ProtectHome", Need.HOMES),
          Map.entry("ProtectHostname", Need.HOST_NAME),
          Map.entry("ProtectKernelLogs", Need.KERNEL_LOG),
          Map.entry("ProtectKernelModules", Need.MODULES),
          Map.entry("ProtectKernelTunables", Need.TUNABLES),
          Map.entry("ProtectSystem", Need.SYSTEM_FILES),
          Map.entry("RestrictNamespaces", Need.NAMESPACES),
          Map.entry("RestrictRealtime", Need.REAL_TIME));

  private static final List<String> OF_THE_NETWORK =
      List.of(
          "network.target",
          "network-online.target",
          "network-pre.target",
          "nss-lookup.target",
          "remote-fs.target",
          "NetworkManager.service",
          "systemd-networkd.service");

  /** What has to be there before a service gets temporary files of its own. */
  private static final Set<String> FOR_TEMPORARY_FILES =
      Set.of(
          "local-fs.target",
          "sysinit.target",
          "systemd-tmpfiles-setup.service",
          "tmp.mount",
          "var.mount",
          "var-tmp.mount");

  private static final Pattern NET_ADDRESS =
      Pattern.compile("[a-z]+s?://|\\b[0-9]{1,3}(\\.[0-9]{1,3}){3}\\b|[\\w.*-]:[0-9]{2,5}$");
  private static final Pattern WORD = Pattern.compile("[\\w./+@-]+");

  private final Machine machine;
  private final Unit unit;
  private final Accepted accepted;
  private final Map<Need, Hint> found = new EnumMap<>(Need.class);
  private final Set<String> programs = new HashSet<>();
  private boolean opaque;
  private boolean idle = true;

  /** The hints of a service, which is among those that listen as told. */
  Hints(Machine machine, Unit unit, Collection<Listening> listening) {
    this.machine = machine;
    this.unit = unit;
    this.accepted = Accepted.of(machine, unit);
    COMMANDS.forEach(this::commands);
    settings();
    dependencies();
    temporaryFiles();
    listening.forEach(this::listening);
  }

  /** The first hint at one of the needs. */
  Optional<Hint> of(Collection<Need> needs) {
    for (Need need : found.keySet()) {
      if (needs.contains(need) || need == Need.ANYTHING) {
        return Optional.of(found.get(need));
      }
    }
    return Optional.empty();
  }

  boolean has(Need need) {
    return found.containsKey(need);
  }

  /** Whether it runs a script, of which nothing more is known. */
  boolean isOpaque() {
    return opaque;
  }

  /** Whether it runs nothing at all. */
  boolean isIdle() {
    return idle;
  }

  /** Why a setting that is a boolean keeps a program of the unit from its work. */
  Optional<Hint> blocked(String directive) {
    var blocking = new ArrayList<>(machine.catalog().blockedPrograms());
    blocking.removeIf(p -> !p.directive().equals(directive));
    for (String name : blocking.isEmpty() ? List.<String>of() : COMMANDS) {
      for (Setting setting : accepted.all(SECTION, name)) {
        for (Command command : commands(setting)) {
          var words = new ArrayList<>(List.of(command.path().text()));
          command.arguments().forEach(w -> words.add(w.text()));
          for (var blocked : blocking) {
            boolean named = words.stream().anyMatch(w -> Paths.name(w).equals(blocked.program()));
            if (named && blocked.isBlocked(words)) {
              String text = "runs `" + blocked.program() + "`: with it, " + blocked.effect();
              return Optional.of(new Hint(text, Optional.of(setting)));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private void add(Need need, String words, Setting setting) {
    found.putIfAbsent(need, new Hint(words, Optional.of(setting)));
  }

  private List<Command> commands(Setting setting) {
    return CommandLine.parse(setting.value(), machine.setup().version()).commands();
  }

  private void commands(String directive) {
    for (Setting setting : accepted.all(SECTION, directive)) {
      for (Command command : commands(setting)) {
        idle = false;
        if (!command.has(Command.Prefix.FULL_PRIVILEGES)) {
          command(command, setting);
        }
      }
    }
  }

  private void command(Command command, Setting setting) {
    if (command.has(Command.Prefix.KEEP_USER) || command.has(Command.Prefix.AMBIENT)) {
      add(Need.USERS, "runs a command as root and then becomes its user", setting);
    }
    String path = expanded(command.path().text());
    program(Paths.name(path), setting);
    var traits = machine.catalog().program(Paths.name(path)).map(Program::traits).orElse(Set.of());
    boolean runs =
        command.has(Command.Prefix.SHELL)
            || traits.contains(Program.Trait.SHELL)
            || traits.contains(Program.Trait.RUNS);
    opaque |=
        runs
            || traits.contains(Program.Trait.SCRIPT)
            || path.startsWith("/etc/init.d/")
            || path.matches(".*\\.(sh|py|pl|rb)");
    paths(path, setting);
    for (var word : command.arguments()) {
      String text = expanded(word.text());
      paths(text, setting);
      if (NET_ADDRESS.matcher(text).find()) {
        add(Need.NETWORK, "names an address of the network", setting);
      }
      if (runs) {
        WORD.matcher(text).results().forEach(m -> program(Paths.name(m.group()), setting));
      }
    }
  }

  private String expanded(String text) {
    return machine.specifiers().expand(text, unit.name()).orElse(text);
  }

  private void program(String name, Setting setting) {
    if (!name.isEmpty() && programs.add(name)) {
      machine
          .catalog()
          .programNeeds(name)
          .ifPresent(
              needs ->
                  needs.forEach(n -> add(n, "runs `" + name + "`, which " + n.told(), setting)));
    }
  }

  /** What the folders tell in which paths lie that a setting names. */
  private void paths(String text, Setting setting) {
    for (String path : NamedPaths.in(text)) {
      NamedPaths.need(path).ifPresent(n -> add(n, "names `" + path + "`", setting));
    }
  }

  private void settings() {
    for (String directive :
        List.of(
            "WorkingDirectory",
            "PIDFile",
            "StandardOutput",
            "StandardError",
            "RootDirectory",
            "BindPaths",
            "ReadWritePaths",
            "Environment",
            "EnvironmentFile")) {
      accepted.all(SECTION, directive).forEach(s -> paths(expanded(s.text()), s));
    }
    for (Setting setting : accepted.all(SECTION, "ReadWritePaths")) {
      if (NamedPaths.in(setting.text()).stream().anyMatch(NamedPaths::isOfSystem)) {
        add(Need.SYSTEM_FILES, "writes to `" + setting.text() + "`", setting);
      }
    }
    for (String directive : List.of("DeviceAllow", "TTYPath", "DevicePolicy")) {
      accepted.all(SECTION, directive).forEach(s -> named(Need.DEVICES, s));
    }
    REFUSED.forEach(
        (directive, need) ->
            accepted
                .last(SECTION, directive)
                .filter(s -> Booleans.parse(s.text()).equals(Optional.of(false)))
                .ifPresent(s -> named(need, s)));
    terminals();
    accepted
        .last(SECTION, "Delegate")
        .filter(s -> Booleans.parse(s.text()).orElse(true))
        .ifPresent(
            s -> {
              named(Need.CONTROL_GROUPS, s);
              named(Need.NAMESPACES, s);
            });
    accepted.last(SECTION, "PAMName").ifPresent(s -> named(Need.USERS, s));
    accepted.last(SECTION, "PermissionsStartOnly").ifPresent(s -> named(Need.USERS, s));
    accepted.last(SECTION, "MountFlags").ifPresent(s -> named(Need.MOUNTS, s));
    accepted
        .last(SECTION, "CPUSchedulingPolicy")
        .filter(s -> s.is("rr") || s.is("fifo"))
        .ifPresent(s -> named(Need.REAL_TIME, s));
    accepted.last(SECTION, "LimitRTPRIO").ifPresent(s -> named(Need.REAL_TIME, s));
    accepted.last(SECTION, "LimitMEMLOCK").ifPresent(s -> named(Need.MEMORY_LOCK, s));
    accepted
        .last(SECTION, "OOMScoreAdjust")
        .filter(s -> s.text().startsWith("-"))
        .ifPresent(s -> named(Need.LIMITS, s));
    capabilities();
  }

  private void named(Need need, Setting setting) {
    add(need, "has `" + setting.name() + "=" + setting.text() + "`", setting);
  }

  private void terminals() {
    for (String directive : List.of("StandardInput", "StandardOutput")) {
      accepted
          .last(SECTION, directive)
          .filter(s -> s.text().startsWith("tty"))
          .ifPresent(
              s -> {
                named(Need.DEVICES, s);
                named(Need.TERMINALS, s);
              });
    }
  }

  /** What somebody gave to the service on purpose, it needs. */
  private void capabilities() {
    for (String directive : List.of("AmbientCapabilities", "CapabilityBoundingSet")) {
      for (Setting setting : accepted.all(SECTION, directive)) {
        var line = machine.values().read(setting, unit.name()).value();
        if (line.filter(Capabilities.class::isInstance).isPresent()) {
          var given = (Capabilities) line.get();
          Capability.ALL.stream()
              .filter(c -> !given.inverted())
              .filter(c -> Capabilities.has(given.bits(), c.name(), machine.catalog()))
              .forEach(
                  c ->
                      c.uses()
                          .forEach(
                              n ->
                                  add(n, "has " + c.name() + " by `" + directive + "=`", setting)));
        }
      }
    }
    for (String directive : List.of("ConditionCapability", "AssertCapability")) {
      for (Setting setting : accepted.all("Unit", directive)) {
        Capability.ALL.stream()
            .filter(c -> setting.is(c.name()))
            .forEach(c -> c.uses().forEach(n -> named(n, setting)));
      }
    }
  }

  private static boolean isOfDevices(String unit) {
    return unit.endsWith(".device")
        || unit.startsWith("systemd-udev")
        || unit.startsWith("modprobe@");
  }

  private void dependencies() {
    for (String directive : List.of("After", "Wants", "Requires", "BindsTo", "Requisite")) {
      for (var item : Accepted.items(machine, unit, "Unit", directive)) {
        if (OF_THE_NETWORK.contains(item.text())) {
          add(Need.NETWORK, "waits for " + item.text(), item.setting());
        }
        if (isOfDevices(item.text())) {
          add(Need.DEVICES, "waits for " + item.text(), item.setting());
        }
      }
    }
    for (String directive : List.of("ConditionPathExists", "ConditionPathExistsGlob")) {
      accepted.all("Unit", directive).stream()
          .filter(s -> s.text().contains("/dev/"))
          .forEach(s -> paths(expanded(s.text()), s));
    }
  }

  /** Files of its own make a service wait for the folders that they are in. */
  private void temporaryFiles() {
    for (var item : Accepted.items(machine, unit, "Unit", "Before")) {
      if (FOR_TEMPORARY_FILES.contains(item.text())) {
        add(Need.TEMPORARY_FILES, "comes before " + item.text(), item.setting());
      }
    }
    for (String name : List.of("tmp.mount", "var.mount", "var-tmp.mount")) {
      machine
          .unit(name)
          .filter(Unit::isLoaded)
          .flatMap(this::lateMount)
          .ifPresent(
              s ->
                  add(
                      Need.TEMPORARY_FILES,
                      "would wait for " + name + ", which comes late itself",
                      s));
    }
  }

  /** What makes a mount wait for services or the network. */
  private Optional<Setting> lateMount(Unit mount) {
    for (String directive : List.of("After", "Requires", "Wants", "BindsTo")) {
      for (var item : Accepted.items(machine, mount, "Unit", directive)) {
        if (item.text().endsWith(".service") || OF_THE_NETWORK.contains(item.text())) {
          return Optional.of(item.setting());
        }
      }
    }
    var type = mount.last("Mount", "Type");
    return type.filter(
            t -> machine.catalog().fileSystem(t.text()).filter(f -> f.network()).isPresent())
        .or(() -> mount.last("Mount", "Options").filter(o -> o.text().contains("_netdev")));
  }

  private void listening(Listening listening) {
    boolean own = listening.unit().filter(u -> u.name().equals(unit.name())).isPresent();
    boolean served = listening.starts().what().equals(unit.name().toString());
    if (!own && !served) {
      return;
    }
    var address = listening.address();
    if (listening.endpoint().isPort()) {
      String words =
          (listening.evidence() == Evidence.WRITTEN ? "listens on " : "usually listens on ")
              + address;
      var setting = unit.settings().at(listening.place());
      found.putIfAbsent(Need.NETWORK, new Hint(words, setting));
      boolean low = address.port() > 0 && address.port() < FIRST_FREE_PORT;
      if (own && low && listening.activation() != Activation.SOCKET) {
        found.putIfAbsent(Need.LOW_PORTS, new Hint(words, setting));
      }
    }
    if (address.name().startsWith("/tmp/") || address.name().startsWith("/var/tmp/")) {
      String words = "listens on " + address;
      found.putIfAbsent(
          Need.TEMPORARY_FILES, new Hint(words, unit.settings().at(listening.place())));
    }
  }
}
