package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Dependency;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/**
 * A requirement without an order starts both units at once. See systemd.unit(5), "Requires=" and
 * "BindsTo=".
 */
final class RequirementWithoutOrder implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D330", "requirement-without-order", WARNING, "a required unit is not waited for");
  private static final Subject SUBJECT = Subject.ANY.with(MissingRequiredUnit.DIRECTIVES);

  private static final Map<String, String> EFFECTS =
      Map.of(
          "Requires",
          "both are started at once, and this unit is started even if the other fails",
          "BindsTo",
          "both are started at once, and this unit may be active while the other is not",
          "Requisite",
          "this unit fails if it is started at the same time as the other");

  /** A service that is required for its start; others have an order of their own by default. */
  private static final Set<UnitType> STARTED = Set.of(UnitType.SERVICE, UnitType.SOCKET);

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
    if (unit.name().type() == UnitType.TARGET || !said.isComplete()) {
      return Stream.empty();
    }
    var required = said.first(MissingRequiredUnit.DIRECTIVES);
    if (required.isEmpty()) {
      return Stream.empty();
    }
    required.keySet().removeAll(said.first(Said.ORDERING).keySet());
    required.keySet().removeAll(said.first(Set.of("Conflicts")).keySet());
    return required.values().stream()
        .filter(m -> m.name().filter(n -> STARTED.contains(n.type())).isPresent())
        .filter(m -> isUnordered(unit, m, facts))
        .map(m -> finding(unit, m, facts));
  }

  private static boolean isUnordered(Unit unit, Mention mention, Facts facts) {
    var other = facts.machine().unit(mention.name().orElseThrow());
    String otherName = other.name().toString();
    if (unit.names().contains(otherName) || isActivated(unit.name(), other.name())) {
      return false;
    }
    if (!other.isLoaded()) {
      return other.name().type() == UnitType.SERVICE
          && !facts.whole()
          && !facts.isSpecial(other.name());
    }
    if (unit.name().isTemplate()) {
      return other.name().type() == UnitType.SERVICE
          && !namesAnInstance(other, unit.name(), facts)
          && !facts.reach().isAfter("basic.target", otherName)
          && !hasListener(unit.name().toString(), otherName, facts);
    }
    return !new Said(other, facts).names(unit.name().toString(), MissingRequiredUnit.DIRECTIVES)
        && !facts.reach().areOrdered(unit.name().toString(), otherName)
        && !hasListener(unit.name().toString(), otherName, facts);
  }

  /** Whether the one starts the other when something happens, so that it comes first. */
  private static boolean isActivated(UnitName one, UnitName other) {
    return one.type() != other.type()
        && one.prefix().equals(other.prefix())
        && (one.type() != UnitType.SERVICE || other.type() != UnitType.SERVICE);
  }

  private static boolean namesAnInstance(Unit other, UnitName template, Facts facts) {
    return new Said(other, facts)
        .in(Said.ORDERING)
        .anyMatch(m -> m.written().startsWith(template.prefix() + "@"));
  }

  /** Whether a socket takes what is sent to the other unit until that is up. */
  private static boolean hasListener(String unit, String other, Facts facts) {
    return facts.isInGraph(other)
        && facts
            .graph()
            .others(other, Dependency.TRIGGERED_BY)
            .filter(s -> s.endsWith(".socket"))
            .anyMatch(s -> isEarly(s, facts) || facts.reach().isAfter(unit, s));
  }

  private static boolean isEarly(String socket, Facts facts) {
    return facts.reach().isAfter("sockets.target", socket);
  }

  private static Diagnostic finding(Unit unit, Mention mention, Facts facts) {
    boolean known = facts.machine().unit(mention.name().orElseThrow()).isLoaded();
    var found =
        RULE.at(
                mention.place(),
                "`%s=%s` without an order: the unit does not wait for it",
                mention.directive(),
                mention.written())
            .note(EFFECTS.get(mention.directive()))
            .help("add `After=" + mention.written() + "`")
            .as(known ? WARNING : INFO);
    return Said.mild(
        Lines.add(found, mention, unit, "After", mention.written(), false), mention, facts);
  }
}
