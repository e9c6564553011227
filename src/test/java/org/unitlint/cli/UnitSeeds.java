package org.unitlint.cli;

import static org.unitlint.cli.SmallRoot.ADMIN;
import static org.unitlint.cli.SmallRoot.VENDOR;

import java.util.List;

/** Changes of single units, settings and dependencies. */
final class UnitSeeds {
  private static final String PLAIN = "[Unit]\nDescription=New\n[Service]\nExecStart=/usr/bin/k\n";

  static final List<Seed> ALL =
      List.of(
          new Seed("nothing", r -> {}, List.of(), List.of()),
          new Seed(
              "unit added",
              r -> r.vendor("n.service", PLAIN),
              List.of("unit added n.service"),
              List.of("dependency new n.service After basic.target")),
          new Seed(
              "unit removed",
              r -> r.remove(VENDOR + "k.service"),
              List.of("unit removed k.service"),
              List.of(
                  "dependency gone k.service After basic.target",
                  "finding new D303",
                  "port other *:7001")),
          new Seed(
              "unit masked",
              r -> r.mask("s1.service"),
              List.of("unit masked s1.service"),
              List.of(
                  "dependency gone s1.service After basic.target",
                  "job gone s1.service",
                  "finding new L212")),
          new Seed(
              "unit unmasked",
              r -> r.remove(ADMIN + "z.service"),
              List.of("unit unmasked z.service"),
              List.of("dependency new z.service After basic.target", "finding gone L212")),
          new Seed(
              "enabled",
              r -> r.enable("z.service").remove(ADMIN + "z.service"),
              List.of("unit unmasked z.service", "link new multi-user.target Wants z.service"),
              List.of(
                  "dependency new z.service After basic.target",
                  "job new z.service",
                  "finding new L216")),
          new Seed(
              "enabled without a file",
              r -> r.link(ADMIN + "multi-user.target.wants/gone.service", "../gone.service"),
              List.of("unit changed gone.service", "link new multi-user.target Wants gone.service"),
              List.of("finding new L213")),
          new Seed(
              "disabled",
              r -> r.remove(ADMIN + "multi-user.target.wants/xinetd.service"),
              List.of(
                  "unit changed xinetd.service",
                  "link gone multi-user.target Wants xinetd.service"),
              List.of(
                  "dependency gone multi-user.target After xinetd.service",
                  "job gone xinetd.service",
                  "finding gone L216",
                  "port other *:23")),
          new Seed(
              "setting changed",
              r -> r.edit(VENDOR + "s3.service", "TimeoutStartSec=90s", "TimeoutStartSec=2min"),
              List.of("unit changed s3.service", "setting Service.TimeoutStartSec"),
              List.of()),
          new Seed(
              "setting added by a drop-in",
              r -> r.file(ADMIN + "s3.service.d/x.conf", "[Service]\nNice=5\n"),
              List.of("unit changed s3.service", "setting Service.Nice"),
              List.of()),
          new Seed(
              "setting removed",
              r -> r.edit(VENDOR + "s3.service", "Restart=on-failure\n", ""),
              List.of("unit changed s3.service", "setting Service.Restart"),
              List.of()),
          new Seed(
              "setting reset by a drop-in",
              r -> r.file(ADMIN + "s3.service.d/x.conf", "[Service]\nExecStartPre=\n"),
              List.of("unit changed s3.service", "setting Service.ExecStartPre"),
              List.of()),
          new Seed(
              "setting for all services",
              r -> r.file(ADMIN + "t@.service.d/x.conf", "[Service]\nNice=5\n"),
              List.of("unit changed t@.service t@one.service", "setting Service.Nice"),
              List.of()),
          new Seed(
              "drop-in that changes nothing",
              r -> r.file(ADMIN + "s3.service.d/x.conf", "[Service]\nTimeoutStartSec=1min 30s\n"),
              List.of(),
              List.of()),
          new Seed(
              "comment, order, blanks",
              r ->
                  r.edit(VENDOR + "s3.service", "TimeoutStartSec=90s\nRestart=on-failure\n", "")
                      .edit(
                          VENDOR + "s3.service",
                          "ExecStart=/usr/bin/s3\n",
                          "# Why\nRestart = on-failure\n\nExecStart= \\\n  /usr/bin/s3\n"
                              + "TimeoutStartSec=90s\n"),
              List.of(),
              List.of()),
          new Seed(
              "moved drop-in",
              r ->
                  r.remove(ADMIN + "s2.service.d/nice.conf")
                      .file(VENDOR + "s2.service.d/other.conf", "[Service]\n\nNice=3\n"),
              List.of(),
              List.of()),
          new Seed(
              "lists written otherwise",
              r ->
                  r.edit(VENDOR + "basic.target", "Wants=sockets.target timers.target\n", "")
                      .file(
                          ADMIN + "basic.target.d/x.conf",
                          "[Unit]\nWants=timers.target\nWants=sockets.target\n"),
              List.of(),
              List.of()),
          new Seed(
              "alias added",
              r -> r.link(ADMIN + "other.service", "/" + VENDOR + "s4.service"),
              List.of("unit changed s4.service", "alias new other.service"),
              List.of("finding new L216")),
          new Seed(
              "instance added",
              r ->
                  r.link(
                      ADMIN + "multi-user.target.wants/t@two.service", "/" + VENDOR + "t@.service"),
              List.of("unit added t@two.service", "link new multi-user.target Wants t@two.service"),
              List.of(
                  "dependency new t@two.service After basic.target",
                  "job new t@two.service",
                  "finding new L216")),
          new Seed(
              "dependency added",
              r -> r.file(ADMIN + "s6.service.d/x.conf", "[Unit]\nAfter=network.target\n"),
              List.of("unit changed s6.service", "setting Unit.After"),
              List.of("dependency new s6.service After network.target")),
          new Seed(
              "dependency removed",
              r -> r.edit(VENDOR + "multi-user.target", "After=basic.target\n", ""),
              List.of("unit changed multi-user.target", "setting Unit.After"),
              List.of()),
          new Seed(
              "dependency of a list removed",
              r -> r.edit(VENDOR + "basic.target", "Wants=sockets.target timers", "Wants=timers"),
              List.of("unit changed basic.target", "setting Unit.Wants"),
              List.of(
                  "dependency gone basic.target Wants sockets.target",
                  "job gone k.socket",
                  "job gone sockets.target",
                  "port other *:7001")),
          new Seed(
              "order into a cycle",
              r ->
                  r.file(ADMIN + "s1.service.d/x.conf", "[Unit]\nAfter=s6.service\n")
                      .file(ADMIN + "s6.service.d/x.conf", "[Unit]\nAfter=s1.service\n"),
              List.of("unit changed s1.service", "unit changed s6.service", "setting Unit.After"),
              List.of(
                  "dependency new s1.service After s6.service",
                  "finding new D320",
                  "cycle new",
                  "job gone s6.service")),
          new Seed(
              "order turned round",
              r ->
                  r.edit(VENDOR + "s6.service", "After=s5.service\n", "")
                      .file(ADMIN + "s5.service.d/x.conf", "[Unit]\nAfter=s6.service\n"),
              List.of("unit changed s5.service", "unit changed s6.service", "setting Unit.After"),
              List.of(
                  "dependency gone s6.service After s5.service",
                  "dependency new s5.service After s6.service",
                  "order s6.service s5.service")),
          new Seed(
              "other program",
              r ->
                  r.edit(VENDOR + "s5.service", "ExecStart=/usr/bin/s5", "ExecStart=/usr/bin/k -v"),
              List.of("unit changed s5.service", "setting Service.ExecStart"),
              List.of()),
          new Seed(
              "missing program",
              r -> r.edit(VENDOR + "s5.service", "ExecStart=/usr/bin/s5", "ExecStart=/usr/bin/not"),
              List.of("unit changed s5.service", "setting Service.ExecStart"),
              List.of("finding new U302")),
          new Seed(
              "other port",
              r -> r.edit(VENDOR + "k.socket", "7001", "7002"),
              List.of("unit changed k.socket", "setting Socket.ListenStream"),
              List.of("port gone *:7001", "port new *:7002")),
          new Seed(
              "conflict added",
              r -> r.file(ADMIN + "s1.service.d/x.conf", "[Unit]\nConflicts=z.service\n"),
              List.of("unit changed s1.service", "setting Unit.Conflicts"),
              List.of("dependency new s1.service Conflicts z.service")),
          new Seed(
              "service of xinetd added",
              r -> r.file("etc/xinetd.d/ftp", SmallRoot.entry("ftp")),
              List.of("xinetd added ftp"),
              List.of("port new *:21", "finding new X501")),
          new Seed(
              "service of xinetd disabled",
              r -> r.edit("etc/xinetd.d/telnet", "{\n", "{\n\tdisable = yes\n"),
              List.of("xinetd disabled telnet"),
              List.of("port gone *:23", "finding gone X501")),
          new Seed(
              "service of xinetd changed",
              r -> r.edit("etc/xinetd.d/telnet", "user = nobody", "user = root"),
              List.of("xinetd changed telnet", "attribute telnet user"),
              List.of("port other *:23")),
          new Seed(
              "other default target",
              r -> r.link(ADMIN + "default.target", "/" + VENDOR + "multi-user.target"),
              List.of(
                  "unit changed graphical.target",
                  "unit changed multi-user.target",
                  "alias gone default.target",
                  "alias new default.target"),
              List.of("job gone graphical.target", "boot anchor multi-user.target")),
          new Seed(
              "timer changed",
              r -> r.edit(VENDOR + "m.timer", "daily", "hourly"),
              List.of("unit changed m.timer", "setting Timer.OnCalendar"),
              List.of()),
          new Seed(
              "unit refused",
              r ->
                  r.edit(
                      VENDOR + "s1.service", "Restart=on-failure", "Restart=always\nType=oneshot"),
              List.of("unit refused s1.service", "setting Service.Restart", "setting Service.Type"),
              List.of(
                  "dependency gone multi-user.target After s1.service",
                  "finding new U214",
                  "job gone s1.service")),
          new Seed(
              "fragment copied to the administrator's folder",
              r ->
                  r.file(
                      ADMIN + "m.service",
                      "[Unit]\nDescription=M\n[Service]\nType=oneshot\nExecStart=/usr/bin/k\n"),
              List.of(),
              List.of()));

  private UnitSeeds() {}
}
