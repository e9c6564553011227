package org.unitlint.rule;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Edge;
import org.unitlint.host.Unit;

/** Which units of a whole machine nothing ever starts, nor what would start them. */
final class Idle {
  /** Others come and go with hardware, paths and groups of processes. */
  private static final Set<UnitType> TYPES =
      Set.of(UnitType.SERVICE, UnitType.SOCKET, UnitType.TARGET, UnitType.TIMER, UnitType.PATH);

  private final Facts facts;
  private final Starters starters;
  private final Map<String, Boolean> known = new HashMap<>();

  Idle(Facts facts) {
    this.facts = facts;
    this.starters = new Starters(facts);
  }

  /** Whether the unit, which is one of the graph, is sure never to be started but by hand. */
  boolean contains(Unit unit) {
    String name = unit.name().toString();
    return known.containsKey(name) ? known.get(name) : look(name);
  }

  /** Walks back along all that would start the unit. */
  private boolean look(String unit) {
    var seen = new HashSet<>(Set.of(unit));
    var queue = new ArrayDeque<>(List.of(unit));
    while (!queue.isEmpty()) {
      String at = queue.remove();
      if (known.containsKey(at) ? !known.get(at) : mayStart(at)) {
        known.put(at, false);
        known.put(unit, false);
        return false;
      }
      if (!known.containsKey(at)) {
        facts
            .graph()
            .in(at)
            .filter(Starters::starts)
            .map(Edge::from)
            .forEach(
                from -> {
                  if (seen.add(from)) {
                    queue.add(from);
                  }
                });
      }
    }
    seen.forEach(name -> known.put(name, true));
    return true;
  }

  /** Whether a boot, a user, or something besides other units may start it. */
  private boolean mayStart(String name) {
    var unit = facts.graph().units().get(name);
    return facts.pulledInBy(DefaultTargetMissing.NAME).contains(name)
        || !unit.name().isPlain()
        || !TYPES.contains(unit.name().type())
        || unit.flag("Unit", "AllowIsolate", false)
        || facts.isSpecial(unit.name()) && !isEnabledToStart(unit)
        || starters.isAskedFor(unit);
  }

  /** Whether the unit starts only if somebody enables it. */
  static boolean isEnabledToStart(Unit unit) {
    return Said.INSTALLING.stream().anyMatch(d -> !unit.settings("Install", d).isEmpty());
  }
}
