package org.unitlint.report;

import org.unitlint.host.Refusal;

/** Why systemd refuses to load a unit, in a few words. */
public final class RefusalText {
  private RefusalText() {}

  /** What is wrong with the unit. */
  public static String of(Refusal.Reason reason) {
    return switch (reason) {
      case BAD_COMMAND -> "a command that cannot be read";
      case BAD_SPECIFIER -> "a specifier that cannot be resolved";
      case RELATIVE_PATH -> "a path that is not absolute";
      case BAD_VALUE -> "a value that cannot be read";
      case NO_COMMAND -> "no command to run";
      case NO_START_COMMAND -> "no `ExecStart=`, though it is not oneshot";
      case NO_START_WITHOUT_REMAIN -> "neither `ExecStart=` nor `RemainAfterExit=yes`";
      case SEVERAL_START_COMMANDS -> "several `ExecStart=`, though it is not oneshot";
      case DBUS_WITHOUT_NAME -> "`Type=dbus` without `BusName=`";
      case ONESHOT_RESTART -> "a oneshot service that restarts on success";
      case ONESHOT_FORCED_RESTART -> "a oneshot service with `RestartForceExitStatus=`";
      case ONESHOT_EXIT_TYPE -> "a oneshot service with `ExitType=cgroup`";
      case PAM_KILL_MODE -> "`PAMName=` with a `KillMode=` that does not fit";
      case NO_LISTENER -> "nothing to listen on";
      case ACCEPT_WITHOUT_STREAM -> "`Accept=yes` without a stream to accept from";
      case ACCEPT_WITHOUT_CONNECTIONS -> "`Accept=yes` with `MaxConnections=0`";
      case ACCEPT_WITH_SERVICE -> "`Accept=yes` beside `Service=`";
      case SYMLINKS_WITHOUT_NODE -> "`Symlinks=` without exactly one node to link to";
      case WHERE_NOT_NAME -> "`Where=` that is not the path of its name";
      case NO_WHAT -> "no `What=`";
      case API_MOUNT -> "a mount that systemd makes itself";
      case AUTOMOUNT_OF_ROOT -> "an automount of the root";
      case WHAT_NOT_NAME -> "`What=` that is not the path of its name";
      case NO_TRIGGER -> "no time to elapse at";
      case NO_WATCHED_PATH -> "no path to watch";
      case BAD_SLICE_NAME -> "a name that no slice can have";
      case SEVERAL_ON_FAILURE -> "`OnFailureJobMode=isolate` with several `OnFailure=`";
    };
  }
}
