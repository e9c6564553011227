package org.unitlint.host.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.host.ApiMounts;
import org.unitlint.host.MountOptions;
import org.unitlint.host.value.TimeSpan;

/**
 * Writes what stands for a line that is to be mounted: a mount unit, perhaps an automount unit, and
 * what pulls them in. Where a step fails, systemd leaves off and keeps what is written so far.
 */
final class MountUnit {
  private final Output.Writer writer;
  private final String what;
  private final String where;
  private final Optional<String> written;
  private final String type;
  private final boolean checked;
  private final Fsck fsck;
  private final Crash crash;
  private final boolean root;
  private final String target;
  private final FstabOptions given;
  private final FstabOptions options;
  private final boolean mayFail;
  private StringBuilder unit = new StringBuilder();

  /**
   * A line to be mounted.
   *
   * @param where the mount point free of links
   * @param written how the line writes it, where that differs
   * @param checked whether the line asks for a check of the file system
   */
  MountUnit(
      Output.Writer writer,
      FstabLine line,
      String what,
      String where,
      Optional<String> written,
      boolean checked,
      Fsck fsck,
      Crash crash) {
    this.writer = writer;
    this.what = what;
    this.where = where;
    this.written = written;
    this.type = line.type();
    this.checked = checked;
    this.fsck = fsck;
    this.crash = crash;
    this.given = line.options();
    this.root = RawPaths.isSame(where, "/");
    this.target = isNetwork() ? "remote-fs.target" : "local-fs.target";
    boolean background = isBackground();
    this.options = background ? inBackground(given) : given;
    this.mayFail = background || !root && given.isOn("nofail", "fail");
  }

  /** Step "mount_is_network". */
  private boolean isNetwork() {
    return given.has("_netdev") || new MountOptions(type, "").isNetwork();
  }

  private boolean isAutomount() {
    return !root && given.has("comment=systemd.automount", "x-systemd.automount");
  }

  private boolean isBackground() {
    return (type.equals("nfs") || type.equals("nfs4")) && !isAutomount() && given.isOn("bg", "fg");
  }

  /** An NFS mount in the background is one that may take its time and fail. */
  private static FstabOptions inBackground(FstabOptions options) {
    return new FstabOptions(
        "x-systemd.mount-timeout=infinity,retry=10000,nofail," + options.text() + ",fg");
  }

  /** Step "add_mount". */
  void write() {
    var name = UnitNames.ofPath(where, ".mount");
    if (type.equals("autofs") || ApiMounts.contains(where) || name.isEmpty()) {
      return;
    }
    var begun = writer.unit(name.get());
    if (begun.isEmpty()) {
      return;
    }
    unit = begun.get();
    if (writeUnitSection() && writeMountSection() && prepare(name.get())) {
      if (isAutomount()) {
        writeAutomount();
      } else {
        pullIn(name.get());
      }
    } else if (crash.happened()) {
      unit.setLength(0);
    }
  }

  private boolean writeUnitSection() {
    unit.append("[Unit]\nDocumentation=man:fstab(5) man:systemd-fstab-generator(8)\n");
    unit.append("SourcePath=" + FstabGenerator.FSTAB + "\n");
    if (!writeDependencies()) {
      return false;
    }
    if (!mayFail) {
      unit.append("Before=").append(target).append('\n');
    }
    return (!checked || writeCheck()) && Units.appendBlockDevice(unit, what);
  }

  /** Step "write_extra_dependencies". */
  private boolean writeDependencies() {
    if (!writeDependency("x-systemd.after", "After")
        || !writeDependency("x-systemd.requires", "After", "Requires")
        || !writeDependency("x-systemd.before", "Before")) {
      return false;
    }
    var paths = options.values("x-systemd.requires-mounts-for");
    if (!paths.isEmpty()) {
      Units.append(unit, "RequiresMountsFor", String.join(" ", paths));
    }
    return true;
  }

  private boolean writeDependency(String option, String... settings) {
    var units = new ArrayList<String>();
    for (String name : options.values(option)) {
      var mangled = UnitNames.mangle(name, ".mount");
      if (mangled.isEmpty()) {
        return false;
      }
      units.add(mangled.get());
    }
    for (String setting : units.isEmpty() ? new String[0] : settings) {
      unit.append(setting).append('=').append(String.join(" ", units)).append('\n');
    }
    return true;
  }

  /** Step "generator_write_fsck_deps". */
  private boolean writeCheck() {
    if (!RawPaths.isDevice(what) || !fsck.checks(type)) {
      return true;
    }
    if (root) {
      String service = "systemd-fsck-root.service";
      return writer.link("local-fs.target.wants/" + service, Units.SHIPPED + service);
    }
    var service = UnitNames.serviceOfPath("systemd-fsck", what);
    service.ifPresent(
        s -> {
          // What is needed for /usr cannot be stopped while /usr is mounted.
          unit.append(RawPaths.isSame(where, "/usr") ? "Wants=" : "Requires=").append(s);
          unit.append("\nAfter=").append(s).append('\n');
        });
    return service.isPresent();
  }

  private boolean writeMountSection() {
    unit.append("\n[Mount]\n");
    Units.append(unit, "What", what);
    written.ifPresent(w -> unit.append("# Canonicalized from ").append(w).append('\n'));
    Units.append(unit, "Where", where);
    if (!type.isEmpty() && !type.equals("auto")) {
      Units.append(unit, "Type", type);
    }
    if (!Devices.writeTimeout(writer, what, options, crash)
        || !Devices.writeNetwork(writer, what, where, options)
        || !writeTimeSpan(unit, "x-systemd.mount-timeout", "TimeoutSec")) {
      return false;
    }
    Units.appendOptions(
        unit, options.without("comment=systemd.device-timeout", "x-systemd.device-timeout"));
    if (given.has("x-systemd.rw-only")) {
      unit.append("ReadWriteOnly=yes\n");
    }
    return true;
  }

  private boolean prepare(String name) {
    return (!given.has("x-systemd.makefs")
            || Preparation.hookUpMakefs(writer, what, where, type, name))
        && (!given.has("x-systemd.growfs")
            || Preparation.hookUpGrowfs(writer, where, name, target));
  }

  private boolean writeTimeSpan(StringBuilder text, String option, String setting) {
    var found = options.last(option);
    if (found.isEmpty()) {
      return true;
    }
    var span = TimeSpan.parse(Bytes.text(crash.need(found.get().value())));
    span.ifPresent(s -> text.append(setting + "=").append(s.zeroAsInfinity().text()).append('\n'));
    return !crash.happened();
  }

  private void pullIn(String name) {
    var wanting = root ? List.<String>of() : options.values("x-systemd.wanted-by");
    var requiring = root ? List.<String>of() : options.values("x-systemd.required-by");
    boolean automatic = root || !given.isOn("noauto", "auto");
    if (automatic && wanting.isEmpty() && requiring.isEmpty()) {
      writer.depend(target, mayFail ? "wants" : "requires", name);
    } else if (wanting.stream().allMatch(by -> writer.depend(by, "wants", name))) {
      requiring.stream().allMatch(by -> writer.depend(by, "requires", name));
    }
  }

  private void writeAutomount() {
    var name = UnitNames.ofPath(where, ".automount");
    var begun = name.flatMap(writer::unit);
    if (begun.isEmpty()) {
      return;
    }
    var text = begun.get();
    text.append("[Unit]\nSourcePath=" + FstabGenerator.FSTAB + "\n");
    text.append("Documentation=man:fstab(5) man:systemd-fstab-generator(8)\n\n[Automount]\n");
    Units.append(text, "Where", where);
    if (writeTimeSpan(text, "x-systemd.idle-timeout", "TimeoutIdleSec")) {
      writer.depend(target, mayFail ? "wants" : "requires", name.get());
    } else {
      text.setLength(0);
    }
  }
}
