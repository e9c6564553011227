package org.unitlint.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Writes invented trees in which units of all types depend on each other in all ways. */
public final class RandomGraphs {
  private static final List<String> FOLDERS =
      List.of(
          "/etc/systemd/system",
          "/run/systemd/system",
          "/usr/local/lib/systemd/system",
          "/usr/lib/systemd/system",
          "/usr/lib/systemd/system");
  private static final List<String> LISTS =
      List.of(
          "Wants",
          "Requires",
          "Requisite",
          "BindsTo",
          "PartOf",
          "Upholds",
          "Conflicts",
          "Before",
          "After",
          "After",
          "OnFailure",
          "OnSuccess",
          "PropagatesReloadTo",
          "ReloadPropagatedFrom",
          "PropagatesStopTo",
          "StopPropagatedFrom",
          "JoinsNamespaceOf",
          "BindTo",
          "RequiresOverridable",
          "PropagateReloadTo");
  private static final List<String> PATHS =
      List.of(
          "/data",
          "/data/sub",
          "/srv/x/y",
          "/",
          "/var/lib/a",
          "/var/tmp",
          "/opt//z/",
          "relative",
          "/data/../x",
          "/home/%p",
          "\"/srv/with blank\"",
          "/run/x.sock");
  private static final List<String> OUTPUTS =
      List.of(
          "null",
          "journal",
          "inherit",
          "tty",
          "socket",
          "file:/x",
          "append:/var/x",
          "syslog",
          "kmsg+console",
          "bad",
          "",
          "fd:x",
          "kmsg",
          "journal+console");
  private static final List<String> SPECIAL =
      List.of(
          "sysinit.target",
          "basic.target",
          "shutdown.target",
          "multi-user.target",
          "default.target",
          "local-fs.target",
          "network-online.target",
          "tmp.mount",
          "dbus.socket",
          "umount.target",
          "-.mount",
          "system.slice",
          "dev-sda1.device",
          "dev-%p.device",
          "x.scope",
          "init.scope",
          "rescue.target");

  private final Path root;
  private final Random random;
  private final int units;

  private RandomGraphs(Path root, long seed, int units) {
    this.root = root;
    this.random = new Random(seed);
    this.units = units;
  }

  /** Writes the tree of that seed; what was in the folder is gone. */
  public static void write(Path root, long seed, int units) throws IOException {
    delete(root);
    new RandomGraphs(root, seed, units).make();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void make() throws IOException {
    for (String target :
        List.of(
            "default",
            "sysinit",
            "basic",
            "shutdown",
            "local-fs",
            "multi-user",
            "umount",
            "rescue")) {
      file("/usr/lib/systemd/system/" + target + ".target", unit("target", target));
    }
    for (int i = 0; i < units; i++) {
      add(i);
    }
    for (int i = 0; i < units / 6; i++) {
      extra();
    }
  }

  private void add(int i) throws IOException {
    String name = name(i);
    String path = pick(FOLDERS) + "/" + name;
    if (random.nextInt(15) == 0) {
      link(path, "/dev/null");
    } else {
      file(path, unit(name.substring(name.lastIndexOf('.') + 1), name));
    }
  }

  /** The name of the unit of that number, always the same. */
  private String name(int i) {
    return switch (i % 12) {
      case 0, 1, 2 -> "u" + i + ".service";
      case 3 -> "u" + i + ".target";
      case 4 -> "u" + (i - 4) + ".socket";
      case 5 -> "u" + (i - 4) + ".timer";
      case 6 -> "u" + (i - 4) + ".path";
      case 7 ->
          List.of("data", "data-sub", "srv-x", "mnt-u" + i, "sys-x", "home-u" + i, "var", "dev-x")
                  .get(i / 12 % 8)
              + ".mount";
      case 8 ->
          List.of("data", "srv-x-y", "auto-u" + i, "mnt-u" + (i - 1)).get(i / 12 % 4)
              + ".automount";
      case 9 -> List.of("dev-sdb" + i, "swapfile" + i, "var-swap" + i).get(i / 12 % 3) + ".swap";
      case 10 -> List.of("u" + i, "u-a" + i, "u-a-b" + i, "system").get(i / 12 % 4) + ".slice";
      default -> "t" + i + "-x@.service";
    };
  }

  private String reference() {
    int i = random.nextInt(units + 5);
    String name = name(i);
    if (random.nextInt(6) == 0) {
      return pick(SPECIAL);
    }
    if (name.contains("@") && random.nextInt(3) > 0) {
      return name.replace("@.", pick(List.of("@one.", "@%p.", "@a-b.", "@%n.", "@x\\x2dy.")));
    }
    return switch (random.nextInt(25)) {
      case 0 -> "alias" + random.nextInt(Math.max(1, units / 12)) + ".service";
      case 1 -> "bad name.service";
      case 2 -> "nosuffix";
      case 3 -> "\"" + name + "\"";
      case 4 -> "%p-x.service";
      default -> name;
    };
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private String unit(String type, String name) {
    var text = new StringBuilder("[Unit]\nDescription=x\n");
    common(text);
    String section = Character.toUpperCase(type.charAt(0)) + type.substring(1);
    text.append('[').append(section).append("]\n");
    switch (type) {
      case "service" -> service(text, name.contains("@"));
      case "socket" -> socket(text);
      case "timer" -> timer(text);
      case "path" -> path(text);
      case "mount" -> mount(text, name);
      case "automount" -> {
        if (one(2)) {
          text.append("Where=").append(where(name)).append('\n');
        }
      }
      case "swap" -> {
        text.append("What=").append(where(name)).append('\n');
        exec(text);
      }
      default -> {}
    }
    if (one(4)) {
      text.append("[Unit]\n");
      common(text);
    }
    return text.toString();
  }

  private void common(StringBuilder text) {
    for (int n = random.nextInt(4); n > 0; n--) {
      text.append(pick(LISTS)).append('=').append(reference());
      if (one(3)) {
        text.append(' ').append(reference());
      }
      text.append('\n');
    }
    if (one(6)) {
      text.append("DefaultDependencies=")
          .append(pick(List.of("no", "no", "yes", "bad", "")))
          .append('\n');
    }
    if (one(8)) {
      text.append("RequiresMountsFor=")
          .append(pick(PATHS))
          .append(' ')
          .append(pick(PATHS))
          .append('\n');
    }
    if (one(20)) {
      text.append("OnFailureJobMode=isolate\n");
    }
  }

  private void service(StringBuilder text, boolean template) {
    if (!one(15)) {
      text.append("ExecStart=/bin/true\n");
    }
    if (one(5)) {
      text.append("Type=")
          .append(
              pick(
                  List.of("simple", "oneshot", "dbus", "notify", "forking", "bad", "idle", "exec")))
          .append('\n');
    }
    if (one(8) && !template) {
      text.append("BusName=").append(pick(List.of("org.x.%p", "org.%p.y", "bad", ""))).append('\n');
    }
    if (one(8)) {
      text.append("Sockets=")
          .append(pick(List.of("u0.socket", "u12.socket u24.socket", "x.service", "%p.socket", "")))
          .append('\n');
    }
    if (one(12)) {
      text.append("ExecStart=/bin/false\n");
    }
    if (one(25)) {
      text.append("ExecStart=relative/x\nAfter=never.service\n");
    }
    exec(text);
  }

  private void exec(StringBuilder text) {
    if (one(4)) {
      text.append("StandardOutput=").append(pick(OUTPUTS)).append('\n');
    }
    if (one(4)) {
      text.append("StandardError=").append(pick(OUTPUTS)).append('\n');
    }
    if (one(5)) {
      text.append("StandardInput=")
          .append(
              pick(
                  List.of(
                      "null", "tty", "tty-force", "socket", "data", "file:/x", "fd:x", "bad", "")))
          .append('\n');
    }
    if (one(12)) {
      text.append("StandardInputText=x\n");
    }
    if (one(8)) {
      text.append("WorkingDirectory=")
          .append(pick(List.of("/data", "-/srv/x", "~", "/home/%p", "", "/data/sub/")))
          .append('\n');
    }
    if (one(12)) {
      text.append("RootDirectory=").append(pick(List.of("/data/root", "-/srv/x", ""))).append('\n');
    }
    if (one(15)) {
      text.append("RootImage=")
          .append(pick(List.of("/data/x.img", "/srv/x.img", "-/srv/x")))
          .append('\n');
    }
    if (one(15)) {
      text.append("MountImages=/data/x.img:/mnt\n");
    }
    for (String folder : List.of("Runtime", "State", "Cache", "Logs", "Configuration")) {
      if (one(12)) {
        text.append(folder)
            .append("Directory=")
            .append(
                pick(
                    List.of(
                        "a", "a/b c", "%p", "/abs", "../x", "a:b", "private/x", "a:", "", "x//y/")))
            .append('\n');
      }
    }
    if (one(10)) {
      text.append("PrivateTmp=")
          .append(pick(List.of("yes", "no", "bad", "disconnected")))
          .append('\n');
    }
    if (one(15)) {
      text.append("DynamicUser=").append(pick(List.of("yes", "no"))).append('\n');
    }
    if (one(15)) {
      text.append("LogNamespace=").append(pick(List.of("ns", "%p", "", "bad/x"))).append('\n');
    }
    if (one(12)) {
      text.append("PrivateDevices=yes\n");
    }
    if (one(15)) {
      text.append("DevicePolicy=").append(pick(List.of("auto", "closed", "strict"))).append('\n');
    }
    if (one(15)) {
      text.append("DeviceAllow=")
          .append(pick(List.of("/dev/null rw", "", "char-pts")))
          .append('\n');
    }
    if (one(15)) {
      text.append(
              pick(
                  List.of(
                      "LoadCredentialEncrypted=x:/data/cred",
                      "SetCredentialEncrypted=x:aaaa",
                      "LoadCredential=x:/srv/x",
                      "ProtectClock=yes",
                      "NetworkNamespacePath=/data/ns",
                      "BindPaths=/data/a",
                      "TTYPath=/dev/tty3",
                      "RootVerity=/data/v",
                      "RootHash=/data/h",
                      "ExtensionImages=/data/e.img",
                      "PrivateMounts=yes",
                      "PrivateNetwork=yes",
                      "PAMName=x",
                      "ManagedOOMSwap=kill",
                      "ManagedOOMMemoryPressure=kill",
                      "UtmpIdentifier=x",
                      "ProtectKernelModules=yes")))
          .append('\n');
    }
    if (one(8)) {
      text.append("Slice=")
          .append(
              pick(
                  List.of(
                      "u10.slice",
                      "-.slice",
                      "a-b-c.slice",
                      "x.service",
                      "bad-.slice",
                      "%p.slice",
                      "",
                      "u-a22.slice")))
          .append('\n');
    }
    if (one(20)) {
      text.append("Slice=second.slice\n");
    }
  }

  private void socket(StringBuilder text) {
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      text.append(
              pick(
                  List.of(
                      "ListenStream=/run/%p.sock",
                      "ListenStream=/var/run/%p.sock",
                      "ListenStream=8080",
                      "ListenFIFO=/data/fifo",
                      "ListenFIFO=/var/run/fifo",
                      "ListenDatagram=/data/dgram",
                      "ListenSpecial=/dev/x",
                      "ListenStream=@abstract",
                      "ListenSequentialPacket=/srv/x/s",
                      "ListenMessageQueue=/mq",
                      "ListenNetlink=route 1",
                      "ListenStream=bad:x:y")))
          .append('\n');
    }
    if (one(4)) {
      text.append("Accept=").append(pick(List.of("yes", "no"))).append('\n');
    }
    if (one(4)) {
      text.append("Service=")
          .append(pick(List.of("u1.service", "t11-x@y.service", "t11-x@.service", "x.target", "")))
          .append('\n');
    }
    if (one(5)) {
      text.append("BindToDevice=")
          .append(pick(List.of("eth0", "lo", "br-x", "%p", "")))
          .append('\n');
    }
    if (one(4)) {
      text.append("ExecStartPre=/bin/true\n");
    }
    if (one(2)) {
      exec(text);
    }
  }

  private void timer(StringBuilder text) {
    text.append(
            pick(
                List.of(
                    "OnCalendar=daily",
                    "OnBootSec=5",
                    "OnClockChange=yes",
                    "OnCalendar=bad",
                    "OnCalendar=daily\nOnCalendar=\nOnBootSec=1")))
        .append('\n');
    if (one(3)) {
      text.append("Persistent=yes\n");
    }
    trigger(text);
  }

  private void trigger(StringBuilder text) {
    if (one(3)) {
      text.append("Unit=")
          .append(
              pick(
                  List.of(
                      "u1.service",
                      "u3.target",
                      "%p.service",
                      "bad",
                      "u5.timer",
                      "t11-x@y.service",
                      "")))
          .append('\n');
    }
    if (one(8)) {
      text.append("Unit=u13.service\n");
    }
  }

  private void path(StringBuilder text) {
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      text.append(
              pick(
                  List.of(
                      "PathExists",
                      "PathExistsGlob",
                      "PathChanged",
                      "PathModified",
                      "DirectoryNotEmpty")))
          .append('=')
          .append(pick(PATHS))
          .append('\n');
    }
    trigger(text);
  }

  private static String where(String name) {
    return "/" + name.substring(0, name.lastIndexOf('.')).replace('-', '/');
  }

  private void mount(StringBuilder text, String name) {
    if (!one(12)) {
      text.append("What=")
          .append(
              pick(
                  List.of(
                      "/dev/sda1",
                      "/dev/disk/by-uuid/a-b",
                      "tmpfs",
                      "server:/x",
                      "/data/img",
                      "UUID=x",
                      "/sys/x",
                      "/dev/root",
                      "//cifs/x",
                      "/dev/%p")))
          .append('\n');
    }
    text.append("Where=").append(one(10) ? "/other" : where(name)).append('\n');
    if (one(2)) {
      text.append("Type=")
          .append(
              pick(
                  List.of(
                      "ext4",
                      "tmpfs",
                      "nfs",
                      "nfs4",
                      "cifs",
                      "fuse.sshfs",
                      "bind",
                      "none",
                      "fuse.x",
                      "btrfs")))
          .append('\n');
    }
    if (one(2)) {
      text.append("Options=")
          .append(
              pick(
                  List.of(
                      "nofail",
                      "_netdev",
                      "bind",
                      "rbind",
                      "loop",
                      "usrquota",
                      "grpquota,_netdev",
                      "x-systemd.device-bound",
                      "nofail,fail",
                      "defaults",
                      "x-initrd.mount",
                      "usrjquota=aquota.user",
                      "noauto",
                      "x-systemd.device-bound=no",
                      "ro,nofail,_netdev",
                      "loop=/dev/loop3",
                      "prjquota",
                      "quota")))
          .append('\n');
    }
    exec(text);
  }

  private void extra() throws IOException {
    String name = name(random.nextInt(units));
    String folder = pick(FOLDERS) + "/";
    String type = name.substring(name.lastIndexOf('.') + 1);
    switch (random.nextInt(6)) {
      case 0, 1 -> file(folder + name + ".d/" + random.nextInt(3) + ".conf", unit(type, name));
      case 2 ->
          link(folder + "alias" + random.nextInt(Math.max(1, units / 12)) + ".service", alias());
      case 3 ->
          link(
              folder
                  + name
                  + pick(List.of(".wants/", ".requires/", ".upholds/"))
                  + name(random.nextInt(units)),
              "../x");
      case 4 ->
          link(
              folder
                  + "multi-user.target.wants/"
                  + name(random.nextInt(units)).replace("@.", "@i."),
              "../x");
      default ->
          link(
              folder + type + ".wants/" + name(random.nextInt(units)),
              one(3) ? "/dev/null" : "../y");
    }
  }

  /** Whether its own name counts in the text. */
  private static boolean isNamed(String text) {
    return text.contains("%") || text.contains("@.");
  }

  /**
   * A unit that is no mask and does not say its own name: what an alias of such a unit becomes is
   * the hash table's choice.
   */
  private String alias() throws IOException {
    String name = name(random.nextInt(units));
    for (String folder : FOLDERS) {
      var file = root.resolve((folder + "/" + name).substring(1));
      if (Files.isSymbolicLink(file) || Files.exists(file) && isNamed(Files.readString(file))) {
        return "/srv/nothing.service";
      }
    }
    return pick(FOLDERS) + "/" + name;
  }

  private void file(String path, String text) throws IOException {
    var file = root.resolve(path.substring(1));
    Files.createDirectories(file.getParent());
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.writeString(file, text);
    }
  }

  private void link(String path, String target) throws IOException {
    var link = root.resolve(path.substring(1));
    Files.createDirectories(link.getParent());
    if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
      Files.createSymbolicLink(link, Path.of(target));
    }
  }
}
