package org.unitlint.graph;

import static org.unitlint.graph.Dependency.AFTER;
import static org.unitlint.graph.Dependency.REQUIRES;
import static org.unitlint.graph.Dependency.WANTS;
import static org.unitlint.graph.Origin.FILE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Accepted;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;

/**
 * What systemd adds for the settings of processes. See systemd.exec(5), "Automatic Dependencies".
 */
final class Execution {
  private static final Map<String, String> FOLDERS = folders();
  private static final Set<String> WRITABLE =
      Set.of("StateDirectory", "CacheDirectory", "LogsDirectory");
  private static final Set<String> BOTH_WAYS =
      Set.of("tty", "tty-force", "tty-fail", "socket", "fd");
  private static final List<String> SOCKET_COMMANDS =
      List.of("ExecStartPre", "ExecStartPost", "ExecStopPre", "ExecStopPost");
  private static final List<String> MODULES =
      List.of("modprobe@loop.service", "modprobe@dm_mod.service", "modprobe@dm_verity.service");
  private static final int WANTS_TMP_SINCE = 256;

  private final Machine machine;
  private final DefaultOutput defaults;

  Execution(Machine machine, DefaultOutput defaults) {
    this.machine = machine;
    this.defaults = defaults;
  }

  private static Map<String, String> folders() {
    var folders = new LinkedHashMap<String, String>();
    folders.put("RuntimeDirectory", "/run");
    folders.put("StateDirectory", "/var/lib");
    folders.put("CacheDirectory", "/var/cache");
    folders.put("LogsDirectory", "/var/log");
    folders.put("ConfigurationDirectory", "/etc");
    return folders;
  }

  /** Steps "patch contexts" and "add exec dependencies". */
  void declare(Declared declared) {
    var unit = declared.unit();
    var accepted = Accepted.of(machine, unit);
    String section = unit.name().type().section();
    image(declared, accepted, section);
    if (unit.name().type() == UnitType.SOCKET && !runsCommands(unit)) {
      return;
    }
    accepted
        .last(section, "WorkingDirectory")
        .filter(s -> s.text().startsWith("/"))
        .filter(s -> unit.last(section, "WorkingDirectory").filter(l -> l == s).isPresent())
        .ifPresent(s -> path(declared, s));
    accepted.last(section, "RootDirectory").ifPresent(s -> path(declared, s));
    accepted.last(section, "RootImage").ifPresent(s -> path(declared, s));
    if (machine.setup().scope() == Scope.SYSTEM) {
      ofSystem(declared, accepted, section);
    }
  }

  private static boolean runsCommands(Unit unit) {
    return SOCKET_COMMANDS.stream().anyMatch(c -> !unit.settings("Socket", c).isEmpty());
  }

  private void path(Declared declared, Setting setting) {
    Accepted.path(machine, declared.unit(), setting).ifPresent(p -> declared.path(p, setting));
  }

  private void ofSystem(Declared declared, Accepted accepted, String section) {
    var writable = new ArrayList<Setting>();
    for (var folder : FOLDERS.entrySet()) {
      for (Accepted.Item item :
          Accepted.items(machine, declared.unit(), section, folder.getKey())) {
        String name = item.text().split(":", 2)[0];
        boolean moved = item.text().length() > name.length() + 1;
        if (isFolderName(name) && !(moved && folder.getKey().equals("ConfigurationDirectory"))) {
          declared.path(Paths.normalize(Paths.join(folder.getValue(), name)), item.setting());
          if (WRITABLE.contains(folder.getKey())) {
            writable.add(item.setting());
          }
        }
      }
    }
    writable.stream()
        .findFirst()
        .ifPresent(
            s ->
                declared.added(
                    AFTER, "systemd-remount-fs.service", FILE, Addition.WRITABLE_FOLDER, s));
    accepted
        .on(section, "PrivateTmp")
        .or(() -> accepted.on(section, "DynamicUser"))
        .ifPresent(s -> privateTmp(declared, s));
    accepted
        .last(section, "RootImage")
        .ifPresent(
            s -> declared.added(AFTER, "systemd-udevd.service", FILE, Addition.ROOT_IMAGE, s));
    journal(declared, accepted, section);
  }

  private static boolean isFolderName(String name) {
    return !name.isEmpty()
        && !name.startsWith("/")
        && !("/" + name + "/").contains("/../")
        && !name.equals("private")
        && !name.startsWith("private/");
  }

  private void privateTmp(Declared declared, Setting cause) {
    if (machine.setup().version() >= WANTS_TMP_SINCE) {
      declared.wantedPath("/tmp", cause);
      declared.wantedPath("/var/tmp", cause);
    } else {
      declared.added(AFTER, "tmp.mount", FILE, Addition.PRIVATE_TMP, cause);
      declared.added(WANTS, "tmp.mount", FILE, Addition.PRIVATE_TMP, cause);
      declared.path("/var/tmp", cause);
    }
    declared.added(AFTER, "systemd-tmpfiles-setup.service", FILE, Addition.PRIVATE_TMP, cause);
  }

  /** A unit that may use few devices but mounts an image needs those of device mapper. */
  private void image(Declared declared, Accepted accepted, String section) {
    var unit = declared.unit();
    var image =
        accepted
            .last(section, "RootImage")
            .or(() -> unit.last(section, "MountImages").filter(s -> !s.value().isEmpty()));
    boolean limited =
        accepted.on(section, "PrivateDevices").isPresent()
            || accepted.last(section, "DevicePolicy").filter(p -> !p.is("auto")).isPresent()
            || !unit.settings(section, "DeviceAllow").isEmpty();
    if (image.isEmpty() || !limited) {
      return;
    }
    for (String module : MODULES) {
      declared.added(AFTER, module, FILE, Addition.ROOT_IMAGE, image.get());
      declared.added(WANTS, module, FILE, Addition.ROOT_IMAGE, image.get());
    }
  }

  private void journal(Declared declared, Accepted accepted, String section) {
    var namespace =
        accepted
            .last(section, "LogNamespace")
            .filter(s -> isNamespace(declared.unit(), s))
            .filter(s -> declared.unit().settings(section, "LogNamespace").contains(s));
    var name =
        namespace.flatMap(s -> machine.specifiers().expand(s.text(), declared.unit().name()));
    if (name.isPresent()) {
      for (String prefix : List.of("systemd-journald@", "systemd-journald-varlink@")) {
        String socket = prefix + name.get() + ".socket";
        declared.added(AFTER, socket, FILE, Addition.LOG_NAMESPACE, namespace.get());
        declared.added(REQUIRES, socket, FILE, Addition.LOG_NAMESPACE, namespace.get());
      }
    } else if (writesJournal(declared.unit(), accepted, section)) {
      declared.added(AFTER, "systemd-journald.socket", FILE, Addition.JOURNAL);
    }
  }

  private boolean isNamespace(Unit unit, Setting setting) {
    return machine
        .specifiers()
        .expand(setting.text(), unit.name())
        .flatMap(text -> UnitName.parse("systemd-journald@" + text + ".socket"))
        .isPresent();
  }

  /** Step "fix stdio", and whether output or error end in the journal. */
  private boolean writesJournal(Unit unit, Accepted accepted, String section) {
    var output = accepted.last(section, "StandardOutput").map(Setting::text);
    var error = accepted.last(section, "StandardError").map(Setting::text);
    if (unit.name().type() != UnitType.SERVICE) {
      return DefaultOutput.isJournal(output.orElse(defaults.output()))
          || DefaultOutput.isJournal(error.orElse(defaults.error()));
    }
    String out = output.orElse("inherit");
    String err = error.orElse("inherit");
    if (!isBothWays(accepted.last(section, "StandardInput"))) {
      err = err.equals("inherit") && out.equals("inherit") ? defaults.error() : err;
      out = out.equals("inherit") ? defaults.output() : out;
    }
    return DefaultOutput.isJournal(out) || DefaultOutput.isJournal(err);
  }

  private static boolean isBothWays(Optional<Setting> input) {
    return input
        .filter(s -> BOTH_WAYS.contains(s.text()) || s.text().startsWith("fd:"))
        .isPresent();
  }
}
