package org.unitlint.host.generate;

import java.util.List;

/** Writes units for the lines of {@code /etc/veritytab}. See systemd-veritysetup-generator(8). */
final class VeritytabGenerator {
  private static final String VERITYTAB = "/etc/veritytab";

  private final Root root;
  private final Output.Writer writer;

  VeritytabGenerator(Root root, Output output) {
    this.root = root;
    this.writer = output.writer(Output.NORMAL, "systemd-veritysetup-generator");
  }

  /** The first line that fails ends it all. */
  void run() {
    TabLine.make(root, VERITYTAB, 4, 5, writer, VeritytabGenerator::entry);
  }

  /** Step "create_disk". */
  private static boolean entry(List<String> fields, Output.Writer writer) {
    String name = fields.get(0);
    String data = Devices.node(fields.get(1));
    String hash = Devices.node(fields.get(2));
    var options = new FstabOptions(fields.size() > 4 ? fields.get(4) : "");
    String escaped = UnitNames.escape(name);
    var service = UnitNames.service("systemd-veritysetup", escaped);
    var dataUnit = UnitNames.ofPath(data, ".device");
    var hashUnit = UnitNames.ofPath(hash, ".device");
    if (service.isEmpty() || dataUnit.isEmpty() || hashUnit.isEmpty()) {
      return false;
    }
    var begun = writer.unit(service.get());
    if (begun.isEmpty()) {
      return false;
    }
    var unit = begun.get();
    boolean network = options.has("_netdev");
    boolean mayFail = options.isOn("nofail", "fail");
    String target = network ? "remote-veritysetup.target" : "veritysetup.target";
    unit.append("[Unit]\nDescription=Integrity Protection Setup for %I\n");
    unit.append("Documentation=man:veritytab(5) man:systemd-veritysetup-generator(8)");
    unit.append(" man:systemd-veritysetup@.service(8)\nSourcePath=" + VERITYTAB + "\n");
    unit.append("DefaultDependencies=no\nIgnoreOnIsolate=true\n");
    unit.append("After=veritysetup-pre.target systemd-udevd-kernel.socket\n");
    unit.append("Before=blockdev@dev-mapper-%i.target\nWants=blockdev@dev-mapper-%i.target\n");
    unit.append(network ? "After=remote-fs-pre.target\n" : "");
    unit.append(options.has("x-initrd.attach") ? "" : "Conflicts=umount.target\n");
    unit.append(mayFail ? "" : "Before=" + target + "\n");
    Units.appendBackingDevice(unit, data, dataUnit.get());
    Units.appendBackingDevice(unit, hash, hashUnit.get());
    String program = "=/lib/systemd/systemd-veritysetup ";
    unit.append("\n[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart" + program + "attach ");
    unit.append(Units.quoted(name, data, hash, fields.get(3), options.text()));
    unit.append("\nExecStop" + program + "detach " + Units.quoted(name) + "\n");
    return (options.isOn("noauto", "auto")
            || writer.depend(target, mayFail ? "wants" : "requires", service.get()))
        && writer.depend("dev-mapper-" + escaped + ".device", "requires", service.get());
  }
}
