package org.unitlint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.source.MemoryTree;

/**
 * Why systemd 252 refuses units: a name, its lines with {@code |} between them, and what is said.
 */
class LoadCheckTest {
  private static final String CASES =
      """
      a.service   [Unit]|Description=x                                                NO_COMMAND
      a.service   [Service]|ExecStartPre=/x                                           NO_COMMAND
      a.service   [Service]|ExecStart=-                                               NO_COMMAND
      a.service   [Unit]|SuccessAction=reboot|[Service]|User=x                        -
      a.service   [Unit]|FailureAction=reboot|[Service]|User=x                        NO_COMMAND
      a.service   [Service]|ExecStop=/x                                               NO_START_WITHOUT_REMAIN
      a.service   [Service]|ExecStop=/x|RemainAfterExit=yes                           -
      a.service   [Service]|ExecStop=/x|RemainAfterExit=yes|RemainAfterExit=bad       -
      a.service   [Service]|ExecStop=/x|RemainAfterExit=yes|Type=simple|Type=bad      NO_START_COMMAND
      a.service   [Service]|ExecStop=/x|RemainAfterExit=yes|BusName=a.b               NO_START_COMMAND
      a.service   [Service]|ExecStop=/x|RemainAfterExit=yes|BusName=bad               -
      a.service   [Service]|ExecStart=/x|Type=dbus                                    DBUS_WITHOUT_NAME
      a.service   [Service]|ExecStart=/x|Type=dbus|BusName=bad                        DBUS_WITHOUT_NAME
      a.service   [Service]|ExecStart=/x|Type=dbus|BusName=a.b|BusName=               -
      a.service   [Service]|ExecStart=/x ; /y                                         SEVERAL_START_COMMANDS
      a.service   [Service]|ExecStart=/x|ExecStart=-bad/                              -
      a.service   [Service]|ExecStart=bad/|ExecStart=|ExecStart=/x                    BAD_COMMAND
      a@.service  [Service]|ExecStart=/x %i %Q                                        BAD_SPECIFIER
      a.service   [Service]|ExecStart=/x|ExecStop=-/x %Q                              -
      a.service   [Service]|ExecStart=/x|Environment=A=%Q                             -
      a.service   [Service]|ExecStart=/x|User=%Q                                      BAD_SPECIFIER
      a.service   [Service]|ExecStart=/x|User=a/b                                     BAD_VALUE
      a.service   [Service]|ExecStart=/x|DynamicUser=ja                               BAD_VALUE
      a.service   [Service]|ExecStart=/x|DynamicUser=                                 BAD_VALUE
      a.service   [Service]|ExecStart=/x|WorkingDirectory=~                           -
      a.service   [Service]|ExecStart=/x|WorkingDirectory=-x                          -
      a.service   [Service]|ExecStart=/x|WorkingDirectory=~/x                         RELATIVE_PATH
      a.service   [Service]|ExecStart=/x|RootImage=/a/../b                            RELATIVE_PATH
      a.service   [Service]|ExecStart=/x|Type=oneshot|Restart=always|Restart=bad      ONESHOT_RESTART
      a.service   [Service]|ExecStart=/x|Type=oneshot|Restart=on-abort                -
      a.service   [Service]|ExecStart=/x|Type=oneshot|RestartForceExitStatus=3        ONESHOT_FORCED_RESTART
      a.service   [Service]|ExecStart=/x|Type=oneshot|RestartForceExitStatus=bad      -
      a.service   [Service]|ExecStart=/x|Type=oneshot|ExitType=cgroup                 ONESHOT_EXIT_TYPE
      a.service   [Service]|ExecStart=/x|PAMName=x|KillMode=mixed                     -
      a.service   [Service]|ExecStart=/x|PAMName=x|KillMode=none                      PAM_KILL_MODE
      a.socket    [Socket]|ListenStream=1|PAMName=x|KillMode=mixed                    PAM_KILL_MODE
      a.service   [Unit]|OnFailure=b.service c.service|OnFailureJobMode=isolate|[Service]|ExecStart=/x  SEVERAL_ON_FAILURE
      a.service   [Unit]|OnFailure=b.service b.service a.service x|OnFailureJobMode=isolate|[Service]|ExecStart=/x  -
      a.socket    [Socket]|Accept=yes                                                 NO_LISTENER
      a.socket    [Socket]|ListenStream=localhost:80                                  NO_LISTENER
      a.socket    [Socket]|ListenStream=localhost:80|ListenStream=80                  -
      a.socket    [Socket]|ListenStream=80|ListenFIFO=/x|Accept=yes                   ACCEPT_WITHOUT_STREAM
      a.socket    [Socket]|ListenStream=80|Accept=yes|MaxConnections=0                ACCEPT_WITHOUT_CONNECTIONS
      a.socket    [Socket]|ListenStream=80|Accept=yes|MaxConnections=-1               -
      a.socket    [Socket]|ListenStream=80|Accept=yes|Service=b.service               ACCEPT_WITH_SERVICE
      a.socket    [Socket]|ListenStream=80|Accept=yes|Service=b.target                -
      a.socket    [Socket]|ListenStream=/a|ListenDatagram=/b|Symlinks=/c              SYMLINKS_WITHOUT_NODE
      a.socket    [Socket]|ListenStream=/a|ListenMessageQueue=/b|Symlinks=/c          -
      a.socket    [Socket]|ListenStream=80|Symlinks=c                                 -
      a.mount     [Mount]|What=x|Where=/b                                             WHERE_NOT_NAME
      a.mount     [Mount]|What=x|Where=//a/                                           -
      a.mount     [Mount]|What=x|Where="/b"                                           -
      a.mount     [Unit]|Description=x                                                NO_WHAT
      a.mount     [Mount]|What=x|PAMName=x|KillMode=mixed                             PAM_KILL_MODE
      run.mount   [Mount]|What=x                                                      API_MOUNT
      dev-mqueue.mount  [Mount]|What=x                                                -
      a.automount       [Unit]|Description=x                                          -
      a.automount       [Automount]|Where=/b                                          WHERE_NOT_NAME
      -.automount       [Automount]|Where=/                                           AUTOMOUNT_OF_ROOT
      dev-sda.swap      [Swap]|What=/dev/sdb                                          WHAT_NOT_NAME
      dev-sda.swap      [Swap]|What=LABEL=x                                           -
      dev-sda.swap      [Swap]|What=/dev/sda|PAMName=x|KillMode=mixed                 PAM_KILL_MODE
      a.timer     [Timer]|Persistent=yes                                              NO_TRIGGER
      a.timer     [Timer]|OnBootSec=5|OnCalendar=                                     NO_TRIGGER
      a.timer     [Timer]|OnBootSec=5mins30                                           NO_TRIGGER
      a.timer     [Timer]|OnBootSec=1h 30min                                          -
      a.timer     [Timer]|OnCalendar=0 5 * * *                                        NO_TRIGGER
      a.timer     [Timer]|OnCalendar=Mon..Fri *-*-1 10:00 Europe/Berlin               -
      a.timer     [Timer]|OnClockChange=yes                                           -
      a.timer     [Timer]|OnClockChange=no                                            NO_TRIGGER
      a.path      [Path]|PathExists=x                                                 NO_WATCHED_PATH
      a.path      [Path]|PathExists=/x|PathChanged=                                   NO_WATCHED_PATH
      a.path      [Path]|PathExistsGlob=/x/*                                          -
      a--b.slice  [Slice]|CPUWeight=1                                                 BAD_SLICE_NAME
      a-b.slice   [Slice]|CPUWeight=1                                                 -
      """;

  @TestFactory
  Stream<DynamicTest> everyCase() {
    return CASES
        .lines()
        .map(
            line -> {
              String[] cells = line.split(" {2,}");
              return dynamicTest(line, () -> assertEquals(cells[2], reasons(cells[0], cells[1])));
            });
  }

  private static String reasons(String name, String text) {
    var tree = new MemoryTree().file("/etc/systemd/system/" + name, text.replace('|', '\n') + "\n");
    var unit = new Machine(tree, Setup.machine(Scope.SYSTEM, 252)).unit(name).orElseThrow();
    return unit.isLoaded() ? "-" : unit.refusals().get(0).reason().toString();
  }
}
