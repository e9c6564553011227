package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.SpecialUnit;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Dependency;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/**
 * A passive target is pulled in by who provides what it stands for, and says nothing where nobody
 * does. See systemd.special(7), "Special Passive System Units".
 */
final class RequiresPassiveTarget implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D340",
          "requires-passive-target",
          INFO,
          "a target is pulled in that its provider should pull in");
  private static final Subject SUBJECT = Subject.ANY.with(Said.PULLING);

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
    if (facts.isUserUnit(unit)
        || unit.fragment().isEmpty()
        || isPassive(unit.name().toString(), facts)) {
      return Stream.empty();
    }
    var said = new Said(unit, facts);
    var pulled =
        said.first(
            said.in(Said.PULLING)
                .filter(m -> m.name().filter(n -> isPassive(n.toString(), facts)).isPresent()));
    return pulled.entrySet().stream()
        .filter(e -> !isProvider(unit, e.getKey(), said, facts))
        .map(e -> finding(unit, e.getValue(), said, facts));
  }

  static boolean isPassive(String name, Facts facts) {
    return facts
        .catalog()
        .specialUnit(name)
        .filter(SpecialUnit::passive)
        .filter(s -> s.scopes().contains(SpecialUnit.Scope.SYSTEM))
        .isPresent();
  }

  /** Whether the target waits for the unit, by either's files. */
  static boolean isProvider(Unit unit, String target, Said said, Facts facts) {
    if (said.names(target, Set.of("Before"))) {
      return true;
    }
    String name = unit.name().toString();
    return !unit.name().isTemplate()
        && facts.isInGraph(name)
        && facts.isInGraph(target)
        && facts.edge(target, Dependency.AFTER, name).filter(e -> e.isWritten()).isPresent();
  }

  private static Diagnostic finding(Unit unit, Mention mention, Said said, Facts facts) {
    boolean ordered = said.names(said.own(mention).orElseThrow(), Set.of("After"));
    String name = mention.written();
    String advice =
        name.equals("network.target")
            ? "; what needs a working network wants and follows `network-online.target`"
            : "";
    var found =
        RULE.at(
                mention.place(),
                "`%s=%s` pulls in a passive target, which does not make anybody provide it",
                mention.directive(),
                name)
            .help(
                (ordered ? "keep `After=" + name + "` only" : "use `After=" + name + "`") + advice);
    return Said.mild(ordered ? Lines.remove(found, mention, unit, false) : found, mention, facts);
  }
}
