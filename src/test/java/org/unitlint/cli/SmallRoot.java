package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A small whole machine on the disk, some of it by chance. */
record SmallRoot(Path folder) {
  static final String VENDOR = "usr/lib/systemd/system/";
  static final String ADMIN = "etc/systemd/system/";
  static final int SERVICES = 7;

  /** Makes one; the same number gives the same machine. */
  static SmallRoot of(Path folder, long seed) throws IOException {
    var root = new SmallRoot(folder);
    root.targets();
    var random = new Random(seed);
    for (int i = 0; i < SERVICES; i++) {
      root.service(i, random);
    }
    root.others();
    root.xinetd();
    var programs = new ArrayList<>(List.of("/usr/bin/other", "/usr/bin/t", "/usr/bin/k"));
    for (int i = 0; i < SERVICES; i++) {
      programs.add("/usr/bin/s" + i);
    }
    programs.addAll(List.of("/usr/bin/in.ftpd", "/usr/bin/in.telnetd", "/usr/sbin/xinetd"));
    return root.file("executables.txt", String.join("\n", programs) + "\n");
  }

  private void targets() throws IOException {
    for (String name :
        List.of("sysinit", "sockets", "timers", "network", "local-fs", "shutdown", "rescue")) {
      boolean plain = name.equals("network");
      vendor(
          name + ".target",
          "[Unit]\nDescription=" + name + "\n" + (plain ? "" : "DefaultDependencies=no\n"));
    }
    vendor("slices.target", "[Unit]\nDescription=slices\n");
    vendor(
        "basic.target",
        "[Unit]\nDescription=basic\nRequires=sysinit.target\nWants=sockets.target timers.target\n"
            + "After=sysinit.target sockets.target\n");
    vendor(
        "multi-user.target",
        "[Unit]\nDescription=many\nRequires=basic.target\nAfter=basic.target\nAllowIsolate=yes\n");
    vendor(
        "graphical.target",
        "[Unit]\nDescription=screen\nRequires=multi-user.target\nAfter=multi-user.target\n"
            + "AllowIsolate=yes\n");
    link(VENDOR + "default.target", "graphical.target");
  }

  private void service(int number, Random random) throws IOException {
    var text = new StringBuilder("[Unit]\nDescription=Service " + number + "\n");
    for (int other = 0; other < number; other++) {
      if (random.nextInt(3) == 0) {
        text.append("After=s" + other + ".service\n");
        text.append(random.nextBoolean() ? "Wants=s" + other + ".service\n" : "");
      }
    }
    text.append(number == SERVICES - 1 ? "After=s" + (number - 1) + ".service\n" : "");
    text.append("[Service]\nExecStartPre=/usr/bin/other\nExecStart=/usr/bin/s" + number + "\n");
    text.append("TimeoutStartSec=90s\nRestart=on-failure\n");
    text.append("[Install]\nWantedBy=multi-user.target\n");
    vendor("s" + number + ".service", text.toString());
    if (number > 0) {
      enable("s" + number + ".service");
    }
  }

  private void others() throws IOException {
    vendor("t@.service", "[Unit]\nDescription=T %i\n[Service]\nExecStart=/usr/bin/t %i\n");
    link(ADMIN + "multi-user.target.wants/t@one.service", "/" + VENDOR + "t@.service");
    vendor("k.socket", "[Unit]\nDescription=K\n[Socket]\nListenStream=7001\n");
    vendor(
        "k.service",
        "[Unit]\nDescription=K\n[Service]\nExecStart=/usr/bin/k $MODE\n"
            + "EnvironmentFile=-/etc/default/k\n");
    file("etc/default/k", "MODE=fast\nTOKEN=s3cret\n");
    link(ADMIN + "sockets.target.wants/k.socket", "/" + VENDOR + "k.socket");
    vendor("m.timer", "[Unit]\nDescription=M\n[Timer]\nOnCalendar=daily\n");
    vendor("m.service", "[Unit]\nDescription=M\n[Service]\nType=oneshot\nExecStart=/usr/bin/k\n");
    link(ADMIN + "timers.target.wants/m.timer", "/" + VENDOR + "m.timer");
    vendor("z.service", "[Unit]\nDescription=Z\n[Service]\nExecStart=/usr/bin/k\n");
    mask("z.service");
    file(ADMIN + "s2.service.d/nice.conf", "[Service]\nNice=3\n");
  }

  private void xinetd() throws IOException {
    vendor(
        "xinetd.service",
        "[Unit]\nDescription=xinetd\n[Service]\nExecStart=/usr/sbin/xinetd -dontfork\n");
    enable("xinetd.service");
    file("etc/services", "ftp 21/tcp\ntelnet 23/tcp\n");
    file("etc/passwd", "root:x:0:0::/root:/bin/sh\nnobody:x:99:99::/:/bin/false\n");
    file("etc/group", "root:x:0:\nnobody:x:99:\n");
    file(
        "etc/xinetd.conf",
        "defaults\n{\n\tlog_type = SYSLOG daemon\n}\nincludedir /etc/xinetd.d\n");
    file("etc/xinetd.d/telnet", entry("telnet"));
  }

  static String entry(String name) {
    return "service "
        + name
        + "\n{\n\tsocket_type = stream\n\twait = no\n\tuser = nobody\n\tserver = /usr/bin/in."
        + name
        + "d\n}\n";
  }

  SmallRoot vendor(String name, String text) throws IOException {
    return file(VENDOR + name, text);
  }

  SmallRoot enable(String name) throws IOException {
    return link(ADMIN + "multi-user.target.wants/" + name, "/" + VENDOR + name);
  }

  SmallRoot file(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.writeString(file, text);
    return this;
  }

  /** A link that leads to a path of the root, told from the link's folder. */
  SmallRoot link(String path, String target) throws IOException {
    var link = folder.resolve(path);
    Files.createDirectories(link.getParent());
    Files.deleteIfExists(link);
    boolean whole = target.startsWith("/");
    var leads =
        whole ? link.getParent().relativize(folder.resolve(target.substring(1))) : Path.of(target);
    Files.createSymbolicLink(link, leads);
    return this;
  }

  /** An empty file is a mask, too. */
  SmallRoot mask(String name) throws IOException {
    return file(ADMIN + name, "");
  }

  /** A script for init with links into its runlevels. */
  SmallRoot script(String name) throws IOException {
    file(
        "etc/init.d/" + name,
        "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: "
            + name
            + "\n# Default-Start: 2 3 4 5\n### END INIT INFO\n");
    if (!folder.resolve("etc/init.d/" + name).toFile().setExecutable(true)) {
      throw new IOException(name);
    }
    link("etc/rc3.d/S20" + name, "../init.d/" + name);
    return link("etc/rc5.d/S20" + name, "../init.d/" + name);
  }

  SmallRoot move(String path, String other) throws IOException {
    return file(other, Files.readString(folder.resolve(path))).remove(path);
  }

  SmallRoot remove(String path) throws IOException {
    Files.delete(folder.resolve(path));
    return this;
  }

  /** Replaces a text that stands in the file. */
  SmallRoot edit(String path, String text, String other) throws IOException {
    var file = folder.resolve(path);
    String before = Files.readString(file);
    if (!before.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    Files.writeString(file, before.replace(text, other));
    return this;
  }

  /** Copies it, links as links. */
  SmallRoot copy(Path into) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        var target = into.resolve(folder.relativize(path).toString());
        Files.createDirectories(target.getParent());
        if (Files.isSymbolicLink(path)) {
          Files.createSymbolicLink(target, Files.readSymbolicLink(path));
        } else if (Files.isRegularFile(path)) {
          Files.copy(path, target);
        }
      }
    }
    return new SmallRoot(into);
  }
}
