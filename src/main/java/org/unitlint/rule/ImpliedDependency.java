package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.HINT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Reason;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/**
 * What a unit has by default need not be written. See systemd.service(5), "Default Dependencies".
 */
final class ImpliedDependency implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D339", "implied-dependency", HINT, "a dependency is written that is there anyway");
  private static final Set<String> LOOKED_AT = Set.of("After", "Before", "Requires", "Conflicts");
  private static final Subject SUBJECT = Subject.ANY.with(LOOKED_AT);
  private static final List<String> EARLY = List.of("basic.target", "sysinit.target");

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
    if (unit.name().isTemplate() || unit.name().type() == UnitType.TARGET || !unit.isLoaded()) {
      return Stream.empty();
    }
    String name = unit.name().toString();
    var said = new Said(unit, facts);
    if (said.in(LOOKED_AT).findAny().isEmpty() || !facts.isInGraph(name)) {
      return Stream.empty();
    }
    return LOOKED_AT.stream()
        .sorted()
        .flatMap(
            directive -> {
              var implied = implied(name, Dependency.ofWord(directive).orElseThrow(), facts);
              return said.in(Set.of(directive))
                  .flatMap(
                      m ->
                          said.own(m).map(implied::get).map(why -> finding(unit, m, why)).stream());
            });
  }

  private static Diagnostic finding(Unit unit, Mention mention, String why) {
    var found =
        RULE.at(mention.place(), "`%s=%s` is there anyway", mention.directive(), mention.written())
            .note(why)
            .help("remove it");
    return Lines.remove(found, mention, unit, true);
  }

  /** The units on which systemd makes that unit depend by itself, and why. */
  private static Map<String, String> implied(String unit, Dependency kind, Facts facts) {
    var implied = new HashMap<String, String>();
    facts
        .graph()
        .edges(unit, kind)
        .forEach(
            edge ->
                byDefault(edge, unit, kind)
                    .forEach(
                        reason ->
                            implied.put(edge.other(unit), reason.addition().orElseThrow().text())));
    for (String early : EARLY) {
      if (kind == Dependency.AFTER && implied.containsKey(early)) {
        facts.reach().after(early).stream()
            .filter(other -> other.endsWith(".target"))
            .forEach(
                other ->
                    implied.putIfAbsent(
                        other,
                        "the unit comes after `%s` by default, and that after `%s`"
                            .formatted(early, other)));
      }
    }
    return implied;
  }

  private static Stream<Reason> byDefault(Edge edge, String unit, Dependency kind) {
    return edge.reasons().stream()
        .filter(r -> r.unit().equals(unit) && r.kind() == kind && r.isDefault())
        .filter(r -> r.addition().isPresent());
  }
}
