package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/**
 * An order after the target waits for it only if something starts it. See systemd.special(7),
 * "network-online.target".
 */
final class NetworkOnlineNotWanted implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D331",
          "network-online-not-wanted",
          WARNING,
          "the network is waited for, but nobody asks for it");
  private static final Subject SUBJECT = Subject.ANY.with("After");

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
    return said.of(NetworkOnline.TARGET, Set.of("After"))
        .limit(1)
        .filter(m -> isIdle(unit, facts))
        .map(m -> finding(unit, m, facts));
  }

  private static boolean isIdle(Unit unit, Facts facts) {
    var said = new Said(unit, facts);
    boolean started =
        said.installed()
            .anyMatch(m -> said.own(m).filter(NetworkOnline.TARGET::equals).isPresent());
    return unit.name().type() != UnitType.TARGET
        && !started
        && said.isComplete()
        && !facts.isUserUnit(unit)
        && !said.names(NetworkOnline.TARGET, Set.of("Requisite", "PartOf"))
        && !NetworkOnline.isWantedAround(unit, facts);
  }

  private static Diagnostic finding(Unit unit, Mention mention, Facts facts) {
    var found =
        RULE.at(
                mention.place(),
                "`After=%s` without `Wants=` waits only if another unit asks for the target",
                mention.written())
            .help("add `Wants=" + mention.written() + "`");
    found = Lines.add(found, mention, unit, "Wants", mention.written(), true);
    return Said.mild(
        NetworkOnline.isBooted(facts)
            ? found.note("on this machine another unit does").as(INFO)
            : found,
        mention,
        facts);
  }
}
