package org.unitlint.host.convert;

import java.util.List;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.xinetd.XinetdConfig;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.host.xinetd.XinetdSetup;
import org.unitlint.source.MemoryTree;

/** Services of xinetd for tests, of whose machine nothing is known. */
final class Services {
  static final int VERSION = 257;

  private Services() {}

  /** What becomes of the text of a configuration. */
  static Conversions converted(String text, int version) {
    return Converter.of(machine(text, version), setup());
  }

  private static XinetdSetup setup() {
    return XinetdSetup.machine(false).loose();
  }

  private static Machine machine(String text, int version) {
    var tree = new MemoryTree().file("/etc/xinetd.conf", text);
    return new Machine(tree, Setup.folders(Scope.SYSTEM, version, List.of()));
  }

  /** The services of the text. */
  static List<XinetdService> read(String text) {
    var machine = machine(text, VERSION);
    return XinetdConfig.read(machine.tree(), machine.programs(), machine.accounts(), setup())
        .services();
  }

  /** A service over TCP with those lines besides what it needs. */
  static String stream(String name, String... lines) {
    return "service "
        + name
        + "\n{\n\tsocket_type = stream\n\twait = no\n\tuser = root\n\tserver = /bin/cat\n"
        + (lines.length == 0 ? "" : "\t" + String.join("\n\t", lines) + "\n")
        + "}\n";
  }

  /** The one unit of that name. */
  static String text(Conversions conversions, String unit) {
    return conversions.conversions().stream()
        .flatMap(c -> c.units().stream())
        .filter(u -> u.name().equals(unit))
        .findFirst()
        .orElseThrow(() -> new AssertionError(conversions.toString()))
        .text();
  }
}
