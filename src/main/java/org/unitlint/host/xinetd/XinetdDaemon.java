package org.unitlint.host.xinetd;

import java.util.Optional;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.CommandWords;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/**
 * The xinetd of a machine.
 *
 * @param unit the service that runs it; empty where only its configuration is there
 * @param setup how it is started
 */
public record XinetdDaemon(Optional<Unit> unit, XinetdSetup setup) {
  private static final String NAME = "xinetd";

  /**
   * That of the machine, or of files which are no units; empty where nothing runs xinetd and {@code
   * /etc/xinetd.conf} is not there. A unit runs it by its name, or by that of its script in {@code
   * /etc/init.d}, which asks {@code /etc/default/xinetd} whether {@code inetd.conf} counts too.
   */
  public static Optional<XinetdDaemon> of(Machine machine) {
    if (!machine.setup().whole() && !machine.setup().searchPath().isEmpty()) {
      return Optional.empty();
    }
    for (Unit unit : machine.units()) {
      var daemon = by(machine, unit);
      if (daemon.isPresent()) {
        return daemon;
      }
    }
    return isFile(machine.tree(), XinetdSetup.MAIN_FILE)
        ? Optional.of(new XinetdDaemon(Optional.empty(), bare(machine)))
        : Optional.empty();
  }

  /** That which the unit runs; empty for a unit that runs none. */
  public static Optional<XinetdDaemon> by(Machine machine, Unit unit) {
    boolean runs =
        unit.name().type() == UnitType.SERVICE
            && unit.isLoaded()
            && !unit.name().isTemplate()
            && unit.settings("Service", "ExecStart").stream().anyMatch(XinetdDaemon::mayName);
    return runs
        ? CommandWords.of(machine, unit, "Service", "ExecStart").stream()
            .filter(c -> c.program().equals(NAME))
            .findFirst()
            .map(c -> new XinetdDaemon(Optional.of(unit), setup(machine, c)))
        : Optional.empty();
  }

  /** Whether it is worth a closer look: the name may be written as a specifier. */
  private static boolean mayName(Setting command) {
    return command.text().contains(NAME) || command.text().contains("%");
  }

  /** What it makes of its files, whose sources the machine knows from now on. */
  public XinetdConfig read(Machine machine) {
    var config = XinetdConfig.read(machine.tree(), machine.programs(), machine.accounts(), setup);
    config.sources().forEach(machine::adopt);
    config.named().forEach(machine::adopt);
    return config;
  }

  private static XinetdSetup bare(Machine machine) {
    var usual = XinetdSetup.machine(XinetdConfig.readsInetd(machine.tree()));
    return machine.setup().whole() ? usual : usual.loose();
  }

  private static XinetdSetup setup(Machine machine, CommandWords command) {
    var setup = bare(machine);
    if (command.path().startsWith("/etc/")) {
      return setup;
    }
    var words = command.arguments();
    int file = words.indexOf("-f");
    boolean named = file >= 0 && file + 1 < words.size();
    return setup
        .with(words.contains("-inetd_compat"))
        .of(named ? Paths.normalize(words.get(file + 1)) : XinetdSetup.MAIN_FILE);
  }

  private static boolean isFile(FileTree tree, String path) {
    return Paths.resolve(tree, path).node().is(Node.Kind.FILE);
  }
}
