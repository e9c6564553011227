package org.unitlint.host.generate;

import java.util.List;
import java.util.Optional;
import org.unitlint.host.value.TimeSpan;
import org.unitlint.source.Paths;

/** Writes the service that opens one encrypted device, and what pulls it in. */
final class CryptUnit {
  private static final String MOUNTS = "/run/systemd/cryptsetup/";
  private static final List<String> RANDOM =
      List.of("/dev/urandom", "/dev/random", "/dev/hw_random", "/dev/hwrng");

  private final Output.Writer writer;
  private final String name;
  private final String device;
  private final Optional<Location> key;
  private final Optional<String> headerDevice;
  private final Optional<FstabOptions.Found> keyTimeout;
  private final boolean network;
  private final boolean mayFail;
  private final Crash crash = new Crash();
  private FstabOptions options;
  private StringBuilder unit = new StringBuilder();

  CryptUnit(
      Output.Writer writer,
      String name,
      String device,
      Optional<Location> key,
      Optional<String> headerDevice,
      FstabOptions options) {
    this.writer = writer;
    this.name = name;
    this.device = device;
    this.key = key;
    this.headerDevice = headerDevice;
    this.options = options;
    this.keyTimeout = options.last("keyfile-timeout");
    this.network = options.has("_netdev");
    this.mayFail = options.isOn("nofail", "fail");
  }

  /** Step "create_disk"; false where systemd leaves off. */
  boolean write() {
    String node = Devices.node(device);
    String escaped = UnitNames.escape(name);
    var service = UnitNames.service("systemd-cryptsetup", escaped);
    var nodeUnit = UnitNames.ofPath(node, ".device");
    boolean makesFileSystem = options.last("tmp").isPresent();
    boolean swap = options.has("swap");
    if (makesFileSystem && swap || service.isEmpty() || nodeUnit.isEmpty()) {
      return false;
    }
    var begun = writer.unit(service.get());
    if (begun.isEmpty()) {
      return false;
    }
    unit = begun.get();
    boolean done = writeUnitSection(node, nodeUnit.get()) && writeServiceSection(node);
    if (crash.happened()) {
      unit.setLength(0);
    }
    return done && pullIn(service.get(), "dev-mapper-" + escaped + ".device");
  }

  private boolean writeUnitSection(String node, String nodeUnit) {
    unit.append("[Unit]\nDescription=Cryptography Setup for %I\n");
    unit.append("Documentation=man:crypttab(5) man:systemd-cryptsetup-generator(8)");
    unit.append(" man:systemd-cryptsetup@.service(8)\n");
    unit.append("SourcePath=" + CrypttabGenerator.CRYPTTAB + "\n");
    unit.append("DefaultDependencies=no\nIgnoreOnIsolate=true\n");
    unit.append("After=cryptsetup-pre.target systemd-udevd-kernel.socket\n");
    unit.append("Before=blockdev@dev-mapper-%i.target\nWants=blockdev@dev-mapper-%i.target\n");
    unit.append(network ? "After=remote-fs-pre.target\n" : "");
    unit.append(options.has("x-initrd.attach") ? "" : "Conflicts=umount.target\n");
    if (!writeKeyDevice() || !writeHeaderDevice()) {
      return false;
    }
    unit.append(mayFail ? "" : "Before=" + target() + "\n");
    if (!writeKeyFile() || !writeHeaderFile()) {
      return false;
    }
    Units.appendBackingDevice(unit, node, nodeUnit);
    return true;
  }

  private String target() {
    return network ? "remote-cryptsetup.target" : "cryptsetup.target";
  }

  private boolean writeKeyDevice() {
    var keyDevice = key.flatMap(Location::device);
    if (keyDevice.isEmpty()) {
      return true;
    }
    boolean canFail = keyTimeout.isPresent();
    var timeout = keyTimeout.flatMap(FstabOptions.Found::value);
    String mountOptions = canFail ? "ro,nofail" : "ro";
    var mount = writeMount("keydev", keyDevice.get(), mountOptions, timeout);
    return mount.isPresent() && depend(mount.get(), canFail ? "Wants" : "Requires", "keydev");
  }

  private boolean writeHeaderDevice() {
    if (headerDevice.isEmpty()) {
      return true;
    }
    var mount = writeMount("headerdev", headerDevice.get(), "rw", Optional.empty());
    if (mount.isEmpty()) {
      return false;
    }
    String file = RawPaths.join(mountPoint("headerdev"), headerFile());
    options = options.without("header").with("header=" + file);
    return depend(mount.get(), "Requires", "headerdev");
  }

  private String headerFile() {
    return options.last("header").flatMap(FstabOptions.Found::value).orElse("");
  }

  private String mountPoint(String kind) {
    return MOUNTS + kind + "-" + Bytes.escapeLikeC(name);
  }

  private boolean depend(String mount, String how, String kind) {
    String service = umountService(kind);
    unit.append("After=" + mount + "\n" + how + "=" + mount + "\n");
    unit.append("Wants=" + service + "\nBefore=" + service + "\n");
    return true;
  }

  private String umountService(String kind) {
    return kind + "-" + Bytes.escapeLikeC(name) + "-umount.service";
  }

  /** Steps "generate_device_mount" and "generate_device_umount": the mount unit's name. */
  private Optional<String> writeMount(
      String kind, String what, String mountOptions, Optional<String> timeout) {
    String where = mountPoint(kind);
    var mount = UnitNames.ofPath(where, ".mount").filter(m -> canBeMade(where));
    var text = mount.flatMap(writer::unit);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    text.get().append("[Unit]\nDefaultDependencies=no\n\n[Mount]\nWhat=" + what + "\n");
    text.get().append("Where=" + where + "\nOptions=" + mountOptions + "\n");
    if (timeout.filter(t -> TimeSpan.parse(Bytes.text(t)).isPresent()).isPresent()
        && !writeDeviceTimeout(UnitNames.ofPath(what, ".device"), timeout.get())) {
      return Optional.empty();
    }
    var umount = writer.unit(umountService(kind));
    umount.ifPresent(
        u ->
            u.append("[Unit]\nDefaultDependencies=no\nAfter=" + mount.get() + "\n\n[Service]\n")
                .append("ExecStart=-/bin/umount " + where + "\n\n"));
    return umount.isPresent() ? mount : Optional.empty();
  }

  /** A folder below another is only made where that one was made for an earlier line. */
  private boolean canBeMade(String folder) {
    return !name.contains("/")
        || UnitNames.ofPath(Paths.parent(folder), ".mount").filter(writer::has).isPresent();
  }

  private boolean writeDeviceTimeout(Optional<String> deviceUnit, String timeout) {
    return deviceUnit.isPresent()
        && writer.dropIn(
            deviceUnit.get(),
            "90-device-timeout.conf",
            "# Automatically generated by systemd-cryptsetup-generator \n\n"
                + ("[Unit]\nJobRunningTimeoutSec=" + timeout + "\n"));
  }

  private boolean writeKeyFile() {
    return key.isEmpty()
        || key.get().device().isPresent()
        || writeDependencies(key.get().file(), keyTimeout);
  }

  private boolean writeHeaderFile() {
    return headerDevice.isPresent()
        || options.last("header").isEmpty()
        || writeDependencies(headerFile(), Optional.empty());
  }

  /** Step "print_dependencies"; a file that may come late can be done without. */
  private boolean writeDependencies(String file, Optional<FstabOptions.Found> timeout) {
    if (timeout.isPresent()) {
      crash.need(timeout.get().value());
      if (crash.happened()) {
        return false;
      }
    }
    if (file.equals("-") || file.equals("none")) {
      return true;
    }
    if (RANDOM.stream().anyMatch(r -> RawPaths.isSame(file, r))) {
      unit.append("After=systemd-random-seed.service\n");
      return true;
    }
    String node = Devices.node(file);
    if (RawPaths.isSame(node, "/dev/null")) {
      return true;
    }
    if (!RawPaths.isBelow(node, "/dev")) {
      Units.append(unit, "RequiresMountsFor", file);
      return true;
    }
    var deviceUnit = UnitNames.ofPath(node, ".device");
    if (deviceUnit.isEmpty()) {
      return false;
    }
    String how = timeout.isPresent() ? "Wants" : "Requires";
    unit.append("After=" + deviceUnit.get() + "\n" + how + "=" + deviceUnit.get() + "\n");
    return timeout.isEmpty() || writeDeviceTimeout(deviceUnit, timeout.get().value().orElse(""));
  }

  private boolean writeServiceSection(String node) {
    Devices.writeTimeout(writer, device, options, crash);
    if (crash.happened()) {
      return false;
    }
    var kept = options.without("comment=systemd.device-timeout", "x-systemd.device-timeout");
    String bareKey = key.map(Location::file).orElse("");
    boolean onDevice = key.flatMap(Location::device).isPresent();
    String keyFile = onDevice ? RawPaths.join(mountPoint("keydev"), bareKey) : bareKey;
    String program = "=/lib/systemd/systemd-cryptsetup ";
    String named = Bytes.escapeSpecifiers(name);
    unit.append("\n[Service]\nType=oneshot\nRemainAfterExit=yes\nTimeoutSec=0\n");
    unit.append("KeyringMode=shared\nOOMScoreAdjust=500\n");
    unit.append("ExecStart" + program + "attach ");
    unit.append(Units.quoted(name, node, keyFile, kept.text())).append('\n');
    unit.append("ExecStop" + program + "detach " + Units.quoted(name) + "\n");
    String maker = "ExecStartPost=/lib/systemd/systemd-makefs ";
    var type = options.last("tmp");
    type.ifPresent(
        t ->
            unit.append(maker + Units.quoted(t.value().orElse("ext4")))
                .append(" '/dev/mapper/" + named + "'\n"));
    unit.append(options.has("swap") ? maker + "swap '/dev/mapper/" + named + "'\n" : "");
    return true;
  }

  private boolean pullIn(String service, String mapped) {
    boolean automatic = !options.isOn("noauto", "auto");
    if (automatic && !writer.depend(target(), mayFail ? "wants" : "requires", service)) {
      return false;
    }
    if (!writer.depend(mapped, "requires", service)) {
      return false;
    }
    if (automatic && !mayFail) {
      writer.dropIn(
          mapped,
          "40-device-timeout.conf",
          "# Automatically generated by systemd-cryptsetup-generator\n\n"
              + "[Unit]\nJobTimeoutSec=0\n");
    }
    return true;
  }
}
