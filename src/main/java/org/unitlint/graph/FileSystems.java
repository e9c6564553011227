package org.unitlint.graph;

import static org.unitlint.graph.Dependency.AFTER;
import static org.unitlint.graph.Dependency.BEFORE;
import static org.unitlint.graph.Dependency.BINDS_TO;
import static org.unitlint.graph.Dependency.CONFLICTS;
import static org.unitlint.graph.Dependency.REQUIRES;
import static org.unitlint.graph.Dependency.STOP_PROPAGATED_FROM;
import static org.unitlint.graph.Dependency.TRIGGERS;
import static org.unitlint.graph.Dependency.WANTS;
import static org.unitlint.graph.Origin.DEFAULT;
import static org.unitlint.graph.Origin.FILE;
import static org.unitlint.graph.Origin.IMPLICIT;
import static org.unitlint.graph.Origin.MOUNT_FILE;

import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Accepted;
import org.unitlint.host.Escape;
import org.unitlint.host.Machine;
import org.unitlint.host.MountOptions;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.source.Paths;

/**
 * What systemd adds for mounts, automounts and swaps. See systemd.mount(5), systemd.automount(5)
 * and systemd.swap(5), "Automatic Dependencies".
 */
final class FileSystems {
  private static final List<String> EXTRINSIC = List.of("/", "/usr", "/etc");
  private static final List<String> EXTRINSIC_BELOW =
      List.of("/run/initramfs", "/proc", "/sys", "/dev");
  private static final List<String> NO_DEVICES = List.of("/dev/root", "/dev/nfs");

  private final Machine machine;
  private final Declared declared;
  private final Accepted accepted;

  FileSystems(Machine machine, Declared declared) {
    this.machine = machine;
    this.declared = declared;
    this.accepted = Accepted.of(machine, declared.unit());
  }

  private boolean isSystem() {
    return machine.setup().scope() == Scope.SYSTEM;
  }

  private boolean hasDefaults() {
    return Declarations.hasDefaults(machine, declared.unit());
  }

  private String section() {
    return declared.unit().name().type().section();
  }

  private Optional<String> text(String directive) {
    return accepted
        .last(section(), directive)
        .flatMap(s -> machine.specifiers().expand(s.text(), declared.unit().name()));
  }

  private MountOptions options() {
    return new MountOptions(text("Type").orElse(""), text("Options").orElse(""));
  }

  /** The folder or file of the unit: its setting's, else what its name says. */
  private Optional<String> place(String directive) {
    return accepted
        .last(section(), directive)
        .flatMap(s -> Accepted.path(machine, declared.unit(), s))
        .or(() -> Escape.unescapePath(declared.unit().name().prefix()).map(Paths::normalize));
  }

  /** Where the unit mounts. */
  String where() {
    return place("Where").orElse("/");
  }

  /** Whether the mount belongs to the system itself and stays until the end. */
  boolean isExtrinsic() {
    if (declared.unit().name().type() != UnitType.MOUNT) {
      return false;
    }
    String where = where();
    return EXTRINSIC.contains(where)
        || EXTRINSIC_BELOW.stream().anyMatch(p -> Paths.isWithin(where, p))
        || options().has("x-initrd.mount");
  }

  /** What mounts need and have by default. */
  void mount() {
    String where = where();
    var options = options();
    var what = accepted.last("Mount", "What");
    var source = text("What").orElse("");
    if (!where.equals("/")) {
      declared.implicitPath(Paths.parent(where));
    }
    if (source.startsWith("/") && (options.isBind() || options.isLoop() || !options.isNetwork())) {
      Accepted.path(machine, declared.unit(), what.orElseThrow())
          .ifPresent(path -> declared.path(path, what.orElseThrow()));
    }
    if (!options.isBind() && isDevice(source) && !where.equals("/")) {
      device(source, options, what.orElseThrow());
    }
    if (isSystem() && options.hasQuota()) {
      var setting = accepted.last("Mount", "Options").orElseThrow();
      for (String service : List.of("systemd-quotacheck.service", "quotaon.service")) {
        declared.added(BEFORE, service, FILE, Addition.QUOTA, setting);
        declared.added(WANTS, service, FILE, Addition.QUOTA, setting);
      }
    }
    if (hasDefaults() && isSystem() && !isExtrinsic()) {
      mountDefaults(options);
    }
  }

  private static boolean isDevice(String what) {
    return (what.startsWith("/dev/") || what.startsWith("/sys/")) && !NO_DEVICES.contains(what);
  }

  private void device(String what, MountOptions options, Setting cause) {
    String name = Escape.escapePath(what);
    String device = name + ".device";
    boolean bound = options.has("x-systemd.device-bound");
    declared.added(AFTER, device, MOUNT_FILE, Addition.DEVICE, cause);
    declared.added(bound ? BINDS_TO : REQUIRES, device, MOUNT_FILE, Addition.DEVICE, cause);
    if (!bound) {
      declared.added(STOP_PROPAGATED_FROM, device, MOUNT_FILE, Addition.DEVICE, cause);
    }
    if (what.startsWith("/dev/")) {
      declared.added(
          AFTER, "blockdev@" + name + ".target", MOUNT_FILE, Addition.DEVICE_READY, cause);
    }
  }

  private void mountDefaults(MountOptions options) {
    boolean network = options.isNetwork();
    var rule = network ? Addition.DEFAULT_NETWORK_MOUNT : Addition.DEFAULT_MOUNT;
    String targets = network ? "remote-fs" : "local-fs";
    declared.added(AFTER, targets + "-pre.target", MOUNT_FILE, rule);
    if (!options.isNofail()) {
      declared.added(BEFORE, targets + ".target", MOUNT_FILE, rule);
    }
    declared.added(BEFORE, "umount.target", MOUNT_FILE, rule);
    declared.added(CONFLICTS, "umount.target", MOUNT_FILE, rule);
    if (network) {
      declared.added(AFTER, "network.target", MOUNT_FILE, rule);
      declared.added(WANTS, "network-online.target", MOUNT_FILE, rule);
      declared.added(AFTER, "network-online.target", MOUNT_FILE, rule);
    }
    if (options.isTmpfs()) {
      declared.added(AFTER, "swap.target", MOUNT_FILE, Addition.DEFAULT_TMPFS);
    }
  }

  /** What automounts need and have by default. */
  void automount() {
    String where = where();
    String mount = declared.unit().name().withType(UnitType.MOUNT).toString();
    declared.added(BEFORE, mount, IMPLICIT, Addition.TRIGGER);
    declared.added(TRIGGERS, mount, IMPLICIT, Addition.TRIGGER);
    if (!where.equals("/")) {
      declared.implicitPath(Paths.parent(where));
    }
    if (hasDefaults() && isSystem()) {
      declared.added(AFTER, "local-fs-pre.target", DEFAULT, Addition.DEFAULT_AUTOMOUNT);
      declared.added(BEFORE, "local-fs.target", DEFAULT, Addition.DEFAULT_AUTOMOUNT);
      Declarations.shutdown(declared, "umount.target", Addition.DEFAULT_AUTOMOUNT);
    }
  }

  /** What swaps need. */
  void swap() {
    String what = text("What").filter(w -> w.startsWith("/")).orElse("");
    var setting = accepted.last("Swap", "What");
    place("What").ifPresent(declared::implicitPath);
    if (isDevice(what) && setting.isPresent()) {
      String name = Escape.escapePath(what);
      declared.added(AFTER, name + ".device", FILE, Addition.DEVICE, setting.get());
      declared.added(REQUIRES, name + ".device", FILE, Addition.DEVICE, setting.get());
      declared.added(
          AFTER, "blockdev@" + name + ".target", FILE, Addition.DEVICE_READY, setting.get());
    } else if (setting.isPresent()) {
      declared.added(AFTER, "systemd-remount-fs.service", FILE, Addition.SWAP_FILE, setting.get());
    }
  }

  /** What swaps have by default. */
  void swapDefaults() {
    if (hasDefaults() && isSystem()) {
      declared.added(BEFORE, "swap.target", DEFAULT, Addition.DEFAULT_SWAP);
      Declarations.shutdown(declared, "umount.target", Addition.DEFAULT_SWAP);
    }
  }
}
