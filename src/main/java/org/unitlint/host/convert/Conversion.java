package org.unitlint.host.convert;

import java.util.List;
import org.unitlint.host.xinetd.XinetdService;

/**
 * A service as units.
 *
 * @param disabled whether xinetd does not serve it, as somebody said so
 * @param units the socket, then the service
 * @param notes what became of each attribute, those of the socket first
 * @param collisions what is in the way of the units
 */
public record Conversion(
    XinetdService service,
    boolean disabled,
    List<ConvertedUnit> units,
    List<Note> notes,
    List<Collision> collisions) {
  public Conversion {
    units = List.copyOf(units);
    notes = List.copyOf(notes);
    collisions = List.copyOf(collisions);
  }

  /** The unit to enable. */
  public ConvertedUnit socket() {
    return units.get(0);
  }

  /** The worst of all notes. */
  public Exactness exactness() {
    return notes.stream().map(Note::exactness).max(Enum::compareTo).orElse(Exactness.EXACT);
  }

  /** The same with what is in its way. */
  Conversion with(List<Collision> found) {
    return new Conversion(service, disabled, units, notes, found);
  }
}
