package org.unitlint.cli;

import static org.unitlint.cli.SmallRoot.ADMIN;
import static org.unitlint.cli.SmallRoot.VENDOR;

import java.util.List;

/**
 * What packages, administrators and upgrades do to files and links, and to what lies beside units.
 */
final class FileSeeds {
  private static final String WANTS_S6 = ADMIN + "multi-user.target.wants/s6.service";

  static final List<Seed> ALL =
      List.of(
          new Seed(
              "link turned into a copy",
              r -> r.remove(WANTS_S6).file(WANTS_S6, "[Service]\nExecStart=/usr/bin/s6\n"),
              List.of("unit changed s6.service", "link gone multi-user.target Wants s6.service"),
              List.of("finding new L215", "job gone s6.service", "dependency gone")),
          new Seed(
              "link to another unit",
              r -> r.link(WANTS_S6, "/" + VENDOR + "s5.service"),
              List.of(),
              List.of("finding new L214")),
          new Seed(
              "link to nowhere", r -> r.link(WANTS_S6, "/opt/s6.service"), List.of(), List.of()),
          new Seed(
              "mask by a link",
              r -> r.link(ADMIN + "s6.service", "/dev/null"),
              List.of("unit masked s6.service"),
              List.of("dependency gone", "job gone s6.service")),
          new Seed(
              "file moved to the administrator's folder",
              r -> r.move(VENDOR + "s6.service", ADMIN + "s6.service"),
              List.of(),
              List.of()),
          new Seed(
              "link that leads to itself",
              r -> r.link(VENDOR + "s6.service", "s6.service"),
              List.of("unit removed s6.service"),
              List.of(
                  "finding new L206",
                  "finding new L213",
                  "dependency gone",
                  "job gone s6.service")),
          new Seed(
              "drop-in of a prefix",
              r -> r.file(ADMIN + "multi-.target.d/x.conf", "[Unit]\nDocumentation=man:x(1)\n"),
              List.of("unit changed multi-user.target", "setting Unit.Documentation"),
              List.of()),
          new Seed(
              "drop-in of an instance",
              r -> r.file(ADMIN + "t@one.service.d/x.conf", "[Service]\nNice=5\n"),
              List.of("unit changed t@one.service", "setting Service.Nice"),
              List.of()),
          new Seed(
              "drop-in of a type",
              r -> r.file(ADMIN + "timer.d/x.conf", "[Timer]\nPersistent=yes\n"),
              List.of("unit changed m.timer", "setting Timer.Persistent"),
              List.of("dependency new")),
          new Seed(
              "line of fstab",
              r -> r.file("etc/fstab", "/dev/sdb1 /data ext4 nofail 0 2\n"),
              List.of("unit added data.mount"),
              List.of("dependency new")),
          new Seed(
              "script of an older init",
              r -> r.script("old"),
              List.of(
                  "unit added old.service",
                  "link new multi-user.target Wants old.service",
                  "link new graphical.target Wants old.service"),
              List.of("dependency new", "job new old.service")),
          new Seed(
              "date written otherwise",
              r -> r.edit(VENDOR + "m.timer", "daily", "*-*-* 00:00:00"),
              List.of(),
              List.of()),
          new Seed(
              "default target named again",
              r -> r.link(ADMIN + "default.target", "/" + VENDOR + "graphical.target"),
              List.of(),
              List.of()),
          new Seed(
              "port of a service of the network",
              r -> r.edit("etc/services", "telnet 23/tcp", "telnet 2323/tcp"),
              List.of("xinetd changed telnet", "attribute telnet port"),
              List.of("port gone *:23", "port new *:2323")),
          new Seed(
              "service that takes its time",
              r -> r.file(ADMIN + "s6.service.d/x.conf", "[Service]\nType=oneshot\n"),
              List.of("unit changed s6.service", "setting Service.Type"),
              List.of()),
          new Seed(
              "fewer capabilities",
              r -> r.file(ADMIN + "s6.service.d/x.conf", "[Service]\nCapabilityBoundingSet=\n"),
              List.of("unit changed s6.service", "setting Service.CapabilityBoundingSet"),
              List.of("exposure less s6.service")),
          new Seed(
              "setting taken back",
              r -> r.file(ADMIN + "s2.service.d/x.conf", "[Service]\nNice=\n"),
              List.of("unit changed s2.service", "setting Service.Nice"),
              List.of()),
          new Seed(
              "setting of several others",
              r -> r.file(ADMIN + "s3.service.d/x.conf", "[Service]\nTimeoutSec=90s\n"),
              List.of(
                  "unit changed s3.service",
                  "setting Service.TimeoutSec",
                  "setting Service.TimeoutStartSec"),
              List.of()),
          new Seed(
              "variable of a file",
              r -> r.edit("etc/default/k", "fast", "slow"),
              List.of("unit changed k.service", "variable k.service MODE"),
              List.of()),
          new Seed(
              "variable written otherwise",
              r -> r.file("etc/default/k", "# Why\nTOKEN='s3cret'\n\nMODE=\"fa\\\nst\"\n"),
              List.of(),
              List.of()),
          new Seed(
              "option of the manager",
              r -> r.file("etc/systemd/system.conf", "[Manager]\nDefaultTimeoutStopSec=1min\n"),
              List.of("manager DefaultTimeoutStopSec"),
              List.of()),
          new Seed(
              "preset",
              r -> r.file("etc/systemd/system-preset/10-x.preset", "disable *\n"),
              List.of(),
              List.of()));

  private FileSeeds() {}
}
