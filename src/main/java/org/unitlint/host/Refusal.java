package org.unitlint.host;

import org.unitlint.source.Place;

/** Why systemd refuses to load a unit whose files it could read. */
public record Refusal(Reason reason, Place place) {
  /** The reasons. See the load-time checks of each type of unit. */
  public enum Reason {
    FATAL_SYNTAX,
    BAD_COMMAND,
    BAD_SPECIFIER,
    RELATIVE_PATH,
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
    BAD_SLICE_NAME
  }
}
