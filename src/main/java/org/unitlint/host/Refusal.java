package org.unitlint.host;

import java.util.stream.Stream;
import org.unitlint.source.Place;

/**
 * Why systemd refuses to load a unit whose files it could read.
 *
 * @param place the setting to blame; where a setting is missing, the header of its section
 */
public record Refusal(Reason reason, Place place) {
  /** The reasons. See the load-time checks of each type of unit. */
  public enum Reason {
    BAD_COMMAND,
    BAD_SPECIFIER,
    RELATIVE_PATH,
    BAD_VALUE,
    NO_COMMAND,
    NO_START_COMMAND,
    NO_START_WITHOUT_REMAIN,
    SEVERAL_START_COMMANDS,
    DBUS_WITHOUT_NAME,
    ONESHOT_RESTART,
    ONESHOT_FORCED_RESTART,
    ONESHOT_EXIT_TYPE,
    PAM_KILL_MODE,
    NO_LISTENER,
    ACCEPT_WITHOUT_STREAM,
    ACCEPT_WITHOUT_CONNECTIONS,
    ACCEPT_WITH_SERVICE,
    SYMLINKS_WITHOUT_NODE,
    WHERE_NOT_NAME,
    NO_WHAT,
    API_MOUNT,
    AUTOMOUNT_OF_ROOT,
    WHAT_NOT_NAME,
    NO_TRIGGER,
    NO_WATCHED_PATH,
    BAD_SLICE_NAME,
    SEVERAL_ON_FAILURE;

    /** Whether systemd reads no further than to that place. */
    public boolean stopsReading() {
      return compareTo(BAD_VALUE) <= 0;
    }

    /** What systemd says of the unit: most reasons are bad settings, bad names are errors. */
    public LoadState state() {
      return this == BAD_SLICE_NAME || this == AUTOMOUNT_OF_ROOT
          ? LoadState.ERROR
          : LoadState.BAD_SETTING;
    }
  }

  /** The places for which the unit is refused for that reason; none if it is not. */
  public static Stream<Place> places(Unit unit, Reason reason) {
    return unit.refusals().stream().filter(r -> r.reason() == reason).map(Refusal::place);
  }
}
