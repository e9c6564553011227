package org.unitlint.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/**
 * What rules may ask for.
 *
 * @param units all units of the machine that have a file, drop-in or link of their own
 */
public record Facts(Machine machine, Collection<Unit> units) {
  public Facts {
    units = List.copyOf(units);
  }

  /** What systemd knows. */
  public Catalog catalog() {
    return machine.catalog();
  }

  /** The systemd version to judge by. */
  public int version() {
    return machine.setup().version();
  }

  /** Whether what is not there does not exist; else the rest of the machine is unknown. */
  public boolean whole() {
    return machine.setup().whole();
  }

  /**
   * Whether a unit of that name may be there at run time: it has a file, needs none, is made by a
   * generator, or, where only some folders are known, ships with systemd.
   */
  public boolean mayExist(UnitName name) {
    return machine.unit(name).state() != LoadState.NOT_FOUND
        || machine.generated(name)
        || !whole() && isSpecial(name);
  }

  /** Whether systemd ships the unit or documents its name. */
  public boolean isSpecial(UnitName name) {
    return special(name.toString())
        || name.isInstance() && special(name.template().toString())
        || name.type() == UnitType.SCOPE;
  }

  private boolean special(String name) {
    return catalog().specialUnit(name).filter(s -> !s.removed()).isPresent();
  }

  /** The unit of that name; empty for what cannot be a name. */
  public Optional<Unit> unit(String name) {
    return machine.unit(name);
  }
}
