package org.unitlint.diff;

import java.util.List;
import org.unitlint.graph.Edge;
import org.unitlint.host.LoadState;
import org.unitlint.host.Refusal;

/**
 * What somebody changed of a unit, or of several in the same way, and what follows from that.
 *
 * @param units of which it was changed, at least one
 * @param state whether it is there, and how loading it ends; of several, that of the first
 * @param aliases other names that lead to it, gained or lost
 * @param links in folders such as {@code X.wants}, by which others ask for it, made or taken away
 * @param settings that hold otherwise; none where the unit is on one side only
 * @param variables from the files of {@code EnvironmentFile=} that hold otherwise, likewise
 * @param follows what comes of it
 */
public record UnitChange(
    List<String> units,
    Changed<State> state,
    List<Changed<Written>> aliases,
    List<Changed<Edge>> links,
    List<SettingChange> settings,
    List<SettingChange> variables,
    Following follows) {
  public UnitChange {
    units = List.copyOf(units);
    aliases = List.copyOf(aliases);
    links = List.copyOf(links);
    settings = List.copyOf(settings);
    variables = List.copyOf(variables);
  }

  /**
   * A unit on one side.
   *
   * @param file its fragment or mask; with an empty path where it has none
   * @param refusals why systemd does not load it
   */
  public record State(LoadState load, Written file, List<Refusal> refusals) {
    public State {
      refusals = List.copyOf(refusals);
    }
  }

  /** What became of the unit. */
  public enum Kind {
    ADDED,
    REMOVED,
    MASKED,
    UNMASKED,
    /** systemd does not load it any more. */
    REFUSED,
    /** systemd loads it now. */
    MENDED,
    CHANGED;

    /** The kind of the change back. */
    public Kind back() {
      return switch (this) {
        case ADDED -> REMOVED;
        case REMOVED -> ADDED;
        case MASKED -> UNMASKED;
        case UNMASKED -> MASKED;
        case REFUSED -> MENDED;
        case MENDED -> REFUSED;
        case CHANGED -> CHANGED;
      };
    }
  }

  /** The first of the units. */
  public String unit() {
    return units.get(0);
  }

  /** What became of it. */
  public Kind kind() {
    if (state.before().isEmpty()) {
      return Kind.ADDED;
    }
    if (state.after().isEmpty()) {
      return Kind.REMOVED;
    }
    var before = state.before().get().load();
    var after = state.after().get().load();
    if (before == after) {
      return Kind.CHANGED;
    }
    if (after == LoadState.MASKED) {
      return Kind.MASKED;
    }
    if (before == LoadState.MASKED) {
      return Kind.UNMASKED;
    }
    boolean loads = after == LoadState.LOADED;
    return loads ? Kind.MENDED : before == LoadState.LOADED ? Kind.REFUSED : Kind.CHANGED;
  }

  /** The same with what follows. */
  UnitChange with(Following following) {
    return new UnitChange(units, state, aliases, links, settings, variables, following);
  }
}
