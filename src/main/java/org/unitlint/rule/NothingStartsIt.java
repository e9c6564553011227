package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** A unit runs only if something asks for it. See systemd.unit(5), "[Install] Section Options". */
final class NothingStartsIt implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D350", "nothing-starts-it", INFO, "nothing starts the unit, and it cannot be enabled");
  private static final Set<UnitType> TYPES =
      Set.of(UnitType.SERVICE, UnitType.SOCKET, UnitType.TIMER, UnitType.PATH);

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!facts.machine().hasSystemd()) {
      return Stream.empty();
    }
    var starters = new Starters(facts);
    String folder = facts.machine().setup().scope().adminFolder() + "/";
    return facts.units().stream()
        .filter(u -> u.isLoaded() && u.name().isPlain() && TYPES.contains(u.name().type()))
        .filter(u -> u.fragmentPath().startsWith(folder))
        .filter(u -> u.settings().all().stream().noneMatch(s -> s.section().equals("Install")))
        .filter(u -> facts.isInGraph(u.name().toString()))
        .filter(starters::hasNone)
        .map(u -> finding(u, facts));
  }

  private static Diagnostic finding(Unit unit, Facts facts) {
    String target =
        switch (unit.name().type()) {
          case SOCKET -> "sockets.target";
          case TIMER -> "timers.target";
          case PATH -> "paths.target";
          default -> "multi-user.target";
        };
    return RULE.at(facts.place(unit.fragmentPath()), "nothing starts `%s`", unit.name())
        .about(unit.name().toString())
        .note("it has no [Install], so it cannot be enabled either")
        .help("add an [Install] with `WantedBy=" + target + "`, unless it is started by hand");
  }
}
