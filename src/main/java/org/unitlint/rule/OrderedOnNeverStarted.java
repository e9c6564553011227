package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/** An order matters only if both units are started. See systemd.unit(5), "Before=, After=". */
final class OrderedOnNeverStarted implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D334", "ordered-on-never-started", INFO, "a unit is ordered on one that nothing starts");

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
    var boot = facts.pulledInBy(DefaultTargetMissing.NAME);
    return facts.units().stream()
        .filter(u -> u.isLoaded() && boot.contains(u.name().toString()))
        .flatMap(u -> check(u, starters, facts));
  }

  private static Stream<Diagnostic> check(Unit unit, Starters starters, Facts facts) {
    var said = new Said(unit, facts);
    return said.in(Said.ORDERING)
        .filter(m -> !Facts.isVendor(m.path()))
        .filter(
            m ->
                !said.own(m).filter(n -> said.names(n, MissingRequiredUnit.DIRECTIVES)).isPresent())
        .flatMap(m -> finding(unit, m, starters, facts).stream());
  }

  private static Optional<Diagnostic> finding(
      Unit unit, Mention mention, Starters starters, Facts facts) {
    return mention
        .name()
        .filter(n -> n.isPlain() && n.type() == UnitType.SERVICE)
        .map(n -> facts.machine().unit(n))
        .filter(u -> u.isLoaded() && facts.isInGraph(u.name().toString()))
        .filter(starters::hasNone)
        .map(
            other ->
                RULE.at(
                        mention.place(),
                        "`%s=%s` has no effect: nothing starts `%s`",
                        mention.directive(),
                        mention.written(),
                        other.name())
                    .about(unit.name().toString())
                    .help(advice(other)));
  }

  private static String advice(Unit other) {
    return other.settings("Install", "WantedBy").isEmpty()
        ? "add `Wants=" + other.name() + "` if it is needed"
        : "enable `" + other.name() + "` if it is needed";
  }
}
