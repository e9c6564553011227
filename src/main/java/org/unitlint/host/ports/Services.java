package org.unitlint.host.ports;

import org.unitlint.host.Accepted;
import org.unitlint.host.CommandWords;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/** What services are to those who connect to them. */
final class Services {
  private static final String SECTION = "Service";

  private Services() {}

  /** The service of that name; user and program are empty for one that is not there. */
  static Listening.Started started(Machine machine, UnitName name) {
    var unit = machine.unit(name);
    boolean there = unit.state() != LoadState.NOT_FOUND && unit.state() != LoadState.MASKED;
    return new Listening.Started(
        name.toString(), there ? user(machine, unit) : "", there ? program(machine, unit) : "");
  }

  /** As whom its processes run. */
  static String user(Machine machine, Unit unit) {
    if (machine.setup().scope() != Scope.SYSTEM) {
      return "";
    }
    var accepted = Accepted.of(machine, unit);
    var user =
        accepted
            .last(SECTION, "User")
            .flatMap(s -> machine.specifiers().expand(s.text(), unit.name()));
    boolean dynamic = accepted.on(SECTION, "DynamicUser").isPresent();
    return user.orElse(dynamic ? unit.name().prefix() : "root");
  }

  private static String program(Machine machine, Unit unit) {
    return CommandWords.of(machine, unit, SECTION, "ExecStart").stream()
        .findFirst()
        .map(CommandWords::path)
        .orElse("");
  }

  /** Whose network the unit's sockets are in; empty for that of the machine. */
  static String network(Machine machine, Unit unit, String section) {
    boolean own =
        Accepted.of(machine, unit).on(section, "PrivateNetwork").isPresent()
            || !unit.settings(section, "NetworkNamespacePath").isEmpty();
    return own ? unit.name().toString() : "";
  }
}
