package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.syntax.Command;

/** A bounding set limits, but gives nothing. See systemd.exec(5), CapabilityBoundingSet=. */
final class CapabilityWithoutEffect implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H310",
          "capability-without-effect",
          INFO,
          "capabilities are kept for a user who has none");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("CapabilityBoundingSet");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    var sandbox = new Sandbox(unit, facts);
    var user = sandbox.otherUser();
    if (unit.name().type() != UnitType.SERVICE
        || user.isEmpty()
        || sandbox.on("NoNewPrivileges").isEmpty()
        || Sandbox.lines(unit, "AmbientCapabilities").findAny().isPresent()
        || !unit.settings("Service", "PAMName").isEmpty()
        || Sandbox.bounding(unit, facts) <= 0
        || facts.of(unit).commands().stream().anyMatch(c -> isPrivileged(c))) {
      return Stream.empty();
    }
    return Sandbox.lines(unit, "CapabilityBoundingSet")
        .reduce((first, last) -> last)
        .map(s -> Advice.mild(finding(s, user.get()), s, facts))
        .stream();
  }

  private static boolean isPrivileged(Gathered.Commands commands) {
    return commands.line().commands().stream().anyMatch(c -> hasPrefix(c.prefixes().keySet()));
  }

  private static boolean hasPrefix(Set<Command.Prefix> prefixes) {
    return prefixes.stream().anyMatch(p -> p.sign().startsWith("+") || p.sign().startsWith("!"));
  }

  private static Diagnostic finding(Setting setting, Setting user) {
    return RULE.at(setting.place(), "the service gets none of these: the bounding set only limits")
        .label(user.assignment().place(), "is not root, and begins without capabilities")
        .help(
            "write them in `AmbientCapabilities=` too, or `CapabilityBoundingSet=` without value");
  }
}
