package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/**
 * To start the target and to wait for it are two things. See systemd.special(7),
 * "network-online.target".
 */
final class NetworkOnlineNotOrdered implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D332",
          "network-online-not-ordered",
          WARNING,
          "the network is asked for, but not waited for");
  private static final Set<UnitType> RUNNING = Set.of(UnitType.SERVICE, UnitType.MOUNT);
  private static final Subject SUBJECT =
      Subject.of(UnitType.SERVICE, UnitType.MOUNT).with(Said.PULLING);

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
    var said = new Said(unit, facts);
    return said.of(NetworkOnline.TARGET, Said.PULLING)
        .limit(1)
        .filter(m -> RUNNING.contains(unit.name().type()) && !facts.isUserUnit(unit))
        .filter(m -> !isOrdered(unit, said, facts))
        .map(m -> finding(unit, m, facts));
  }

  private static boolean isOrdered(Unit unit, Said said, Facts facts) {
    if (!said.isComplete() || said.names(NetworkOnline.TARGET, Said.ORDERING)) {
      return true;
    }
    return unit.name().isTemplate()
        ? said.in(Said.ORDERING)
            .flatMap(m -> said.own(m).stream())
            .anyMatch(n -> facts.reach().areOrdered(n, NetworkOnline.TARGET))
        : facts.reach().areOrdered(unit.name().toString(), NetworkOnline.TARGET);
  }

  private static Diagnostic finding(Unit unit, Mention mention, Facts facts) {
    var found =
        RULE.at(
                mention.place(),
                "`%s=%s` without `After=` does not wait for the network",
                mention.directive(),
                mention.written())
            .help("add `After=" + mention.written() + "`");
    return Said.mild(
        Lines.add(found, mention, unit, "After", mention.written(), true), mention, facts);
  }
}
