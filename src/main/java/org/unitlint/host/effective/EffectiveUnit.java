package org.unitlint.host.effective;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;

/**
 * A unit as its files together make it.
 *
 * @param parts its sections, in their usual order; those that its type does not have come last
 */
public record EffectiveUnit(Unit unit, List<Part> parts) {
  public EffectiveUnit {
    parts = List.copyOf(parts);
  }

  /** The unit of the machine; one that is masked has no parts. */
  public static EffectiveUnit of(Machine machine, Unit unit) {
    return new EffectiveUnit(unit, new Reading(machine, unit).parts());
  }

  /** Its lines in order, without those that others have taken the place of or taken back. */
  public Stream<Line> lines() {
    return parts.stream().flatMap(p -> p.lines().stream());
  }
}
