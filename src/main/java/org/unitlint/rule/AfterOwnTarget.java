package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/**
 * A target waits for what it pulls in, unless that waits for the target. See systemd.target(5),
 * "Default Dependencies".
 */
final class AfterOwnTarget implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D335", "after-own-target", INFO, "a unit is ordered after the target that starts it");
  private static final Subject SUBJECT = Subject.ANY.with("After");

  private static final List<String> BOOTED =
      List.of("default.target", "graphical.target", "multi-user.target");

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
    if (!unit.flag("Unit", "DefaultDependencies", true)) {
      return Stream.empty();
    }
    var said = new Said(unit, facts);
    var after =
        said.first(
            said.in(Set.of("After"))
                .filter(m -> m.name().filter(n -> n.type() == UnitType.TARGET).isPresent()));
    var pulled = after.isEmpty() ? Map.<String, Place>of() : pulledBy(unit, said, facts);
    return after.entrySet().stream()
        .filter(e -> pulled.containsKey(e.getKey()) && isActive(e.getKey(), facts))
        .map(e -> finding(unit, e.getValue(), pulled.get(e.getKey())));
  }

  /**
   * Whether the target waits for its members, and belongs to a boot: that of sleep is followed on
   * purpose by what is to run behind it.
   */
  private static boolean isActive(String target, Facts facts) {
    boolean special = facts.catalog().specialUnit(target).isPresent();
    boolean booted =
        BOOTED.contains(target)
            || BOOTED.stream().anyMatch(t -> facts.pulledInBy(t).contains(target));
    return (booted || !special)
        && !target.equals(NetworkOnline.TARGET)
        && facts
            .graph()
            .unit(target)
            .filter(t -> t.flag("Unit", "DefaultDependencies", true))
            .isPresent();
  }

  /** The units that start this one, with the place that makes them do so. */
  private static Map<String, Place> pulledBy(Unit unit, Said said, Facts facts) {
    var places = new HashMap<String, Place>();
    said.first(said.installed()).forEach((name, m) -> places.put(name, m.place()));
    String name = unit.name().toString();
    if (facts.isInGraph(name)) {
      facts
          .graph()
          .in(name)
          .filter(e -> e.kind().pullsIn() && !e.reason().isAssumed())
          .forEach(e -> e.reason().place().ifPresent(p -> places.putIfAbsent(e.from(), p)));
    }
    return places;
  }

  private static Diagnostic finding(Unit unit, Mention mention, Place puller) {
    var found =
        RULE.at(
                mention.place(),
                "`After=%s`, and `%s` starts the unit",
                mention.written(),
                mention.written())
            .label(puller, "started by it because of this")
            .note(
                "a target waits for what it starts, but not for this unit then; another unit"
                    + " between the two makes a cycle")
            .help("remove `After=" + mention.written() + "`");
    return Lines.remove(found, mention, unit, false);
  }
}
