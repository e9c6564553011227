package org.unitlint.report.draw;

import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.UnitType;

/**
 * One unit, or several that are folded into one.
 *
 * @param id in the diagram: the unit's name, or one for what is folded
 * @param type the shape and the colour
 * @param name written inside, shortened where it is long
 * @param state why the unit cannot be started; {@link State#LOADED} where it can
 * @param lines smaller text below the name
 * @param stress whether it stands out
 * @param asked whether it is what the question was about
 * @param tip what a pointer over it shows
 * @param link where a click leads; empty for nowhere
 * @param mark what was found at it
 * @param group the identity of the group that it is in; empty for none
 */
public record Box(
    String id,
    UnitType type,
    String name,
    State state,
    List<String> lines,
    Arrow.Stress stress,
    boolean asked,
    String tip,
    String link,
    Optional<Marked> mark,
    String group) {
  public Box {
    lines = List.copyOf(lines);
  }

  /** The same with another tooltip. */
  Box told(String other) {
    return new Box(id, type, name, state, lines, stress, asked, other, link, mark, group);
  }

  /** The same with what was found at it and at what is folded into it. */
  Box marked(Optional<Marked> other) {
    return new Box(id, type, name, state, lines, stress, asked, tip, link, other, group);
  }

  /** Whether a unit can be started, as far as the picture goes. */
  public enum State {
    LOADED,
    /** There is no file of it. */
    MISSING,
    /** Somebody masked it. */
    MASKED,
    /** systemd refuses to load it. */
    REFUSED,
    /** Several units. */
    FOLDED
  }
}
