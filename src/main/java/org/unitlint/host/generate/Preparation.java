package org.unitlint.host.generate;

/** Writes the services that make or grow a file system before it is used. */
final class Preparation {
  private Preparation() {}

  /** Step "generator_hook_up_mkfs"; false for what is no device or of no known type. */
  static boolean hookUpMakefs(
      Output.Writer writer, String what, String where, String type, String mount) {
    return !type.isEmpty()
        && !type.equals("auto")
        && hookUp(
            writer,
            what,
            "systemd-makefs",
            "Make File System on %f",
            "systemd-fsck@%i.service " + mount,
            type,
            mount);
  }

  /** Step "generator_hook_up_mkswap"; false for what is no device. */
  static boolean hookUpMkswap(Output.Writer writer, String what, String swap) {
    return hookUp(writer, what, "systemd-mkswap", "Make Swap on %f", swap, "swap", swap);
  }

  private static boolean hookUp(
      Output.Writer writer,
      String what,
      String template,
      String description,
      String before,
      String type,
      String user) {
    String node = Devices.node(what);
    if (!RawPaths.isDevice(node)) {
      return false;
    }
    var service = UnitNames.serviceOfPath(template, node);
    var text =
        ("[Unit]\nDescription=" + description + "\n")
            + ("Documentation=man:" + template + "@.service(8)\n")
            + "DefaultDependencies=no\n"
            + "BindsTo=%i.device\nConflicts=shutdown.target\nAfter=%i.device\n"
            + ("Before=shutdown.target " + before + "\n\n")
            + "[Service]\nType=oneshot\nRemainAfterExit=yes\n"
            + ("ExecStart=/lib/systemd/systemd-makefs " + type + " " + Bytes.escapeLikeC(node))
            + "\nTimeoutSec=0\n";
    var unit = service.flatMap(writer::unit);
    unit.ifPresent(u -> u.append(text));
    return unit.isPresent() && writer.depend(user, "requires", service.get());
  }

  /** Step "generator_hook_up_growfs". */
  static boolean hookUpGrowfs(Output.Writer writer, String where, String mount, String target) {
    var service = UnitNames.serviceOfPath("systemd-growfs", where);
    var unit = service.flatMap(writer::unit);
    unit.ifPresent(
        u ->
            u.append("[Unit]\nDescription=Grow File System on %f\n")
                .append("Documentation=man:systemd-growfs@.service(8)\n")
                .append("DefaultDependencies=no\nBindsTo=%i.mount\nConflicts=shutdown.target\n")
                .append("After=systemd-repart.service %i.mount\n")
                .append("Before=shutdown.target " + target + "\n")
                .append(RawPaths.isSame(where, "/") ? "After=systemd-remount-fs.service\n" : "")
                .append("\n[Service]\nType=oneshot\nRemainAfterExit=yes\n")
                .append("ExecStart=/lib/systemd/systemd-growfs " + Bytes.escapeLikeC(where))
                .append("\nTimeoutSec=0\n"));
    return unit.isPresent() && writer.depend(mount, "wants", service.get());
  }
}
