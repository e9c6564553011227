package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/**
 * A target that no boot is sure to reach is no place to enable a unit in. See systemd.special(7),
 * "network-online.target" and "Special Passive System Units".
 */
final class EnabledIntoPassiveTarget implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D354",
          "enabled-into-passive-target",
          WARNING,
          "enabling ties the unit to a target that nobody may start");
  private static final Subject SUBJECT = Subject.ANY.with(Said.INSTALLING);

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
    if (facts.isUserUnit(unit) || unit.fragment().isEmpty()) {
      return Stream.empty();
    }
    var said = new Said(unit, facts);
    var targets = said.installed().filter(m -> m.name().isPresent()).toList();
    boolean elsewhere = targets.stream().anyMatch(m -> !isUncertain(m, facts));
    return targets.stream()
        .filter(m -> isUncertain(m, facts))
        .filter(
            m -> !RequiresPassiveTarget.isProvider(unit, said.own(m).orElseThrow(), said, facts))
        .limit(1)
        .map(m -> finding(m, elsewhere, facts));
  }

  private static boolean isUncertain(Mention mention, Facts facts) {
    String name = mention.name().orElseThrow().toString();
    return name.equals(NetworkOnline.TARGET) || RequiresPassiveTarget.isPassive(name, facts);
  }

  private static Diagnostic finding(Mention mention, boolean elsewhere, Facts facts) {
    String name = mention.name().orElseThrow().toString();
    boolean booted =
        facts.machine().hasSystemd() && facts.pulledInBy("default.target").contains(name);
    var found =
        RULE.at(
                mention.place(),
                "`%s=%s` starts the unit only if something else asks for that target",
                mention.directive(),
                mention.written())
            .help(advice(name))
            .as(booted || elsewhere ? INFO : WARNING);
    if (!elsewhere) {
      var edit = new Edit(mention.place(), "multi-user.target");
      found = found.fix("write `multi-user.target`", false, edit);
    }
    return Said.mild(booted ? found.note("on this machine something does") : found, mention, facts);
  }

  private static String advice(String target) {
    return target.equals(NetworkOnline.TARGET)
        ? "use `WantedBy=multi-user.target`, with `Wants=` and `After=` of the target in [Unit]"
        : "use `WantedBy=multi-user.target`, and `After=" + target + "` if the order matters";
  }
}
