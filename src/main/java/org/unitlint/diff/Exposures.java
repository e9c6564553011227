package org.unitlint.diff;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.LoadState;
import org.unitlint.security.Exposure;
import org.unitlint.security.Outcome;

/** Compares how exposed services are. */
public final class Exposures {
  private Exposures() {}

  /** By name; only settings of a service decide it, so that no other units are looked at. */
  static List<Changed<Exposure>> changes(Side before, Side after, List<UnitChange> units) {
    return Changed.between(
        exposures(before, units, c -> c.state().before()),
        exposures(after, units, c -> c.state().after()),
        (a, b) -> a.tenths() == b.tenths());
  }

  private static SortedMap<String, Exposure> exposures(
      Side side, List<UnitChange> units, Function<UnitChange, Optional<UnitChange.State>> state) {
    var exposures = new TreeMap<String, Exposure>();
    units.stream()
        .filter(c -> state.apply(c).filter(s -> s.load() == LoadState.LOADED).isPresent())
        .flatMap(c -> c.units().stream())
        .flatMap(n -> side.machine().unit(n).stream())
        .filter(u -> u.name().type() == UnitType.SERVICE)
        .forEach(u -> exposures.put(u.toString(), Exposure.of(side.machine(), u)));
    return exposures;
  }

  /** The checks that say something else of a service of both sides, in systemd's order. */
  public static List<Changed<Outcome>> checks(Changed<Exposure> exposure) {
    if (exposure.sort() != Changed.Sort.OTHER) {
      return List.of();
    }
    var before = exposure.before().stream().flatMap(e -> e.outcomes().stream()).toList();
    var after = exposure.after().stream().flatMap(e -> e.outcomes().stream()).toList();
    return Stream.iterate(0, i -> i < before.size(), i -> i + 1)
        .filter(i -> !before.get(i).badness().equals(after.get(i).badness()))
        .map(i -> Changed.of(before.get(i), after.get(i)))
        .toList();
  }
}
