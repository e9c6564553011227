package org.unitlint.boot;

import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.LoadState;
import org.unitlint.host.Unit;

/** What a transaction asks of units besides their dependencies. */
final class UnitStates {
  /** What always runs. */
  static final Set<String> PERPETUAL = Set.of("-.slice", "system.slice", "init.scope", "-.mount");

  private static final Set<UnitType> STAYS_WHEN_ISOLATING =
      Set.of(
          UnitType.SLICE,
          UnitType.SCOPE,
          UnitType.DEVICE,
          UnitType.SWAP,
          UnitType.MOUNT,
          UnitType.AUTOMOUNT);

  private final Unit[] units;
  private final boolean[] perpetual;
  private final boolean[] active;

  private UnitStates(Unit[] units, boolean[] perpetual, boolean[] active) {
    this.units = units;
    this.perpetual = perpetual;
    this.active = active;
  }

  /** The states of the graph's units, of which those are active. */
  static UnitStates of(DependencyGraph graph, Set<String> active) {
    var units = graph.units().values().toArray(Unit[]::new);
    boolean[] perpetual = new boolean[units.length];
    boolean[] on = new boolean[units.length];
    for (int i = 0; i < units.length; i++) {
      String name = units[i].name().toString();
      perpetual[i] = PERPETUAL.contains(name);
      on[i] = perpetual[i] || active.contains(name);
    }
    return new UnitStates(units, perpetual, on);
  }

  /** The same where those units are active, besides those that always are. */
  UnitStates running(boolean[] units) {
    boolean[] on = perpetual.clone();
    for (int i = 0; i < on.length; i++) {
      on[i] |= units[i];
    }
    return new UnitStates(this.units, perpetual, on);
  }

  boolean isActive(int unit) {
    return active[unit];
  }

  boolean isPerpetual(int unit) {
    return perpetual[unit];
  }

  /**
   * Whether isolating another unit leaves this one alone. See systemd.unit(5), IgnoreOnIsolate=.
   */
  boolean ignoresIsolate(int unit) {
    return isPerpetual(unit)
        || units[unit].flag(
            "Unit", "IgnoreOnIsolate", STAYS_WHEN_ISOLATING.contains(units[unit].name().type()));
  }

  /** Whether the unit itself, and not just what it passes that on to, can be reloaded. */
  boolean reloads(int unit) {
    return switch (units[unit].name().type()) {
      case MOUNT -> true;
      case SERVICE ->
          !units[unit].settings("Service", "ExecReload").isEmpty()
              || units[unit].last("Service", "Type").filter(t -> t.is("notify-reload")).isPresent();
      default -> false;
    };
  }

  boolean isService(int unit) {
    return units[unit].name().type() == UnitType.SERVICE;
  }

  /** Why the unit cannot be started; empty if it can. */
  Optional<String> problem(int unit) {
    return problem(units[unit]);
  }

  /** Why the unit cannot be started; empty if it can. */
  static Optional<String> problem(Unit unit) {
    return switch (unit.state()) {
      case LOADED -> Optional.empty();
      case NOT_FOUND -> Optional.of("`" + unit + "` does not exist");
      case MASKED -> Optional.of("`" + unit + "` is masked");
      case BAD_SETTING -> Optional.of("`" + unit + "` is refused for a bad setting");
      default -> Optional.of("`" + unit + "` cannot be loaded");
    };
  }

  /** Whether it is loaded and may be isolated. */
  boolean allowsIsolate(int unit) {
    return allowsIsolate(units[unit]);
  }

  /** Whether it is loaded and may be isolated. */
  static boolean allowsIsolate(Unit unit) {
    return unit.state() == LoadState.LOADED && unit.flag("Unit", "AllowIsolate", false);
  }
}
