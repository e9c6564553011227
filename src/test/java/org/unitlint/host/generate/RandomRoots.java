package org.unitlint.host.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;

/** Invented machines with something for generators to read. */
final class RandomRoots {
  private static final Map<String, List<String>> LISTS = read();
  private static final List<String> DEVICES = words("devices");
  private static final List<String> POINTS = words("points");
  private static final List<String> TYPES = words("types");
  private static final List<String> OPTIONS = words("options");
  private static final List<String> TIMEOUTS = words("timeouts");
  private static final List<String> TAILS = words("tails");
  private static final List<String> NAMES = words("names");
  private static final List<String> BACKINGS = words("backings");
  private static final List<String> KEYS = words("keys");
  private static final List<String> CRYPT_OPTIONS = words("crypt options");
  private static final List<String> BAD_CRYPT_OPTIONS = words("bad crypt options");
  private static final List<String> VERITY_OPTIONS = words("verity options");
  private static final List<String> INTEGRITY_OPTIONS = words("integrity options");
  private static final List<String> BAD_INTEGRITY_OPTIONS = words("bad integrity options");
  private static final List<String> SCRIPTS = words("scripts");
  private static final List<String> WORDS = words("words");
  private static final List<String> COMMENTS = words("comments");
  private static final List<String> LINES = words("lines");

  private final Random random;

  RandomRoots(long seed) {
    this.random = new Random(seed);
  }

  private static Map<String, List<String>> read() {
    var sections = new HashMap<String, List<String>>();
    var words = new ArrayList<String>();
    try (var in = RandomRoots.class.getResourceAsStream("random-words.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("[")) {
          words = new ArrayList<>();
          sections.put(line.substring(1, line.length() - 1), words);
        } else {
          words.add(line.translateEscapes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sections;
  }

  private static List<String> words(String section) {
    return LISTS.get(section);
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean rarely(int one) {
    return random.nextInt(one) == 0;
  }

  private MemoryTree root() {
    var tree = new MemoryTree();
    tree.program("/usr/sbin/fsck").program("/usr/sbin/fsck.ext4").program("/usr/bin/fsck.vfat");
    tree.program("/usr/bin/true").link("/usr/sbin/fsck.xfs", "/bin/true");
    tree.link("/usr/sbin/fsck.btrfs", "/usr/bin/true").link("/usr/bin/fsck.nfs", "true");
    tree.link("/usr/sbin/fsck.cifs", "/dev/null").file("/usr/sbin/fsck.gfs2", "");
    tree.link("/bin", "usr/bin").link("/sbin", "usr/sbin");
    tree.folder("/proc").folder("/sys/fs/cgroup").folder("/dev").folder("/var/tmp").folder("/tmp");
    tree.folder("/home").folder("/etc/systemd/system").folder("/usr/lib/systemd/system");
    tree.link("/lib", "usr/lib").folder("/run/systemd");
    return tree;
  }

  /** A machine with a wild {@code /etc/fstab}. */
  MemoryTree fstab() {
    var tree = root().folder("/srv/real").link("/mnt/link", "/srv/real");
    tree.link("/mnt/relative", "../srv/./real/").link("/mnt/loop", "loop").file("/mnt/file", "x");
    var text = new StringBuilder();
    for (int n = random.nextInt(12); n >= 0; n--) {
      text.append(fstabLine());
      text.append(n == 0 && rarely(4) ? "" : "\n");
    }
    return tree.file("/etc/fstab", text.toString());
  }

  private String fstabLine() {
    switch (random.nextInt(24)) {
      case 0:
        return rarely(2) ? "# comment /a b c" : "  ";
      case 1:
        return pick(
            List.of(
                "onlyone",
                "two words",
                " \tlead /mnt/lead ext4 ro",
                "a\0b c d e",
                "/dev/sda9 /mnt/nul ext4 de\0fault 0 2",
                "/dev/sda8 /mnt/cr ext4 rw\r/x /y",
                "x".repeat(4090) + " /mnt/cut ext4 ro 0 2",
                "/dev/q /mnt/" + "y/".repeat(2300) + " a"));
      default:
        String options = options(OPTIONS, 5);
        if (rarely(40)) {
          options += "," + pick(TIMEOUTS);
        }
        String blank = rarely(3) ? "\t" : " ";
        return pick(DEVICES)
            + blank
            + pick(POINTS)
            + (rarely(5) ? "  " : blank)
            + pick(TYPES)
            + (rarely(30) ? "" : blank + options + pick(TAILS));
    }
  }

  private String options(List<String> from, int most) {
    var some = new ArrayList<String>();
    for (int n = random.nextInt(most); n >= 0; n--) {
      some.add(pick(from));
    }
    return String.join(",", some);
  }

  /** A machine with tables of encrypted, verified and checked devices. */
  MemoryTree tables() {
    var crypt = new StringBuilder();
    var verity = new StringBuilder();
    var integrity = new StringBuilder();
    for (int n = random.nextInt(5); n >= 0; n--) {
      crypt.append(crypttabLine());
      verity.append(veritytabLine());
      integrity.append(integritytabLine());
    }
    return root()
        .file("/etc/crypttab", crypt.toString())
        .file("/etc/veritytab", verity.toString())
        .file("/etc/integritytab", integrity.toString());
  }

  private String end() {
    return pick(
        List.of("\n", "\n", "\n", "\n", " \n", "\r\n", "\n\n# c\n", "\0", "\n  # q\nlone\n"));
  }

  private String crypttabLine() {
    String line = pick(NAMES) + " " + pick(BACKINGS);
    if (rarely(12)) {
      return line + end();
    }
    line += (rarely(4) ? "\t" : " ") + pick(KEYS);
    if (rarely(6)) {
      return line + end();
    }
    String options = options(CRYPT_OPTIONS, 4);
    return line + " " + options + (rarely(30) ? "," + pick(BAD_CRYPT_OPTIONS) : "") + end();
  }

  private String veritytabLine() {
    String line = pick(NAMES) + " " + pick(BACKINGS) + " " + pick(BACKINGS);
    line += rarely(20) ? "" : rarely(2) ? " 00ff" : " a%b";
    return line + (rarely(3) ? "" : " " + options(VERITY_OPTIONS, 3)) + end();
  }

  private String integritytabLine() {
    String line = pick(NAMES) + " " + pick(BACKINGS);
    if (rarely(5)) {
      return line + end();
    }
    line += " " + (rarely(12) ? "rel" : rarely(2) ? "-" : "/k%y");
    if (rarely(4)) {
      return line + end();
    }
    String options = options(INTEGRITY_OPTIONS, 3);
    return line + " " + options + (rarely(10) ? "," + pick(BAD_INTEGRITY_OPTIONS) : "") + end();
  }

  /** A machine with SysV scripts, links that start them, and some units of the same names. */
  MemoryTree scripts() {
    var tree = root();
    String folder = "/etc/init.d/";
    if (rarely(6)) {
      folder = "/etc/rc.d/scripts/";
      tree.folder("/etc/rc.d/scripts").link("/etc/init.d", "rc.d/scripts");
    }
    for (int n = 1 + random.nextInt(7); n >= 0; n--) {
      String name = pick(SCRIPTS);
      // Which of the two wins is up to the order of the folder.
      String rival = name.equals("c") ? "c.sh" : name.equals("c.sh") ? "c" : "";
      if (rival.isEmpty() || tree.node(folder + rival).is(Node.Kind.MISSING)) {
        tree.file(folder + name, script().getBytes(StandardCharsets.UTF_8), !rarely(12));
      }
    }
    for (int n = random.nextInt(14); n >= 0; n--) {
      String name = pick(List.of("rc1.d", "rc2.d", "rc2.d", "rc3.d", "rc5.d", "rcS.d", "rc0.d"));
      String start = pick(List.of("S01", "S20", "S20", "S99", "K01", "S5", "Sab", "s20"));
      String script = pick(SCRIPTS);
      tree.link("/etc/" + name + "/" + start + script, "../init.d/" + script);
    }
    for (int n = random.nextInt(4); n > 0; n--) {
      ownUnit(tree);
    }
    if (rarely(4)) {
      tree.file("/etc/rc.local", new byte[0], !rarely(4));
    }
    if (rarely(12)) {
      tree.link("/system-update", "/var/nothing");
    }
    if (rarely(8)) {
      // None of these is a terminal, which counts for some of them only.
      tree.file("/sys/class/tty/console/active", "tty0 ttyS0\n").file("/dev/ttyS0", "");
      tree.file(rarely(2) ? "/dev/hvc0" : "/dev/3270/tty1", "");
    }
    return tree;
  }

  private void ownUnit(MemoryTree tree) {
    String folder =
        pick(
            List.of(
                "/etc/systemd/system/",
                "/usr/lib/systemd/system/",
                "/run/systemd/system/",
                "/usr/local/lib/systemd/system/",
                "/etc/systemd/system.attached/",
                "/run/systemd/transient/",
                "/etc/systemd/system.control/"));
    String name = pick(List.of("a", "b", "c", "dae-mon", "e", "g@x", "g@", "h@", "f"));
    String path = folder + name + ".service";
    switch (random.nextInt(6)) {
      case 0 -> tree.link(path, "/dev/null");
      case 1 -> tree.file(path, "");
      case 2 -> tree.link(path, "/usr/lib/systemd/system/other.service");
      case 3 -> tree.link(path, "nowhere.service");
      case 4 -> tree.folder(folder + name + ".service.d");
      default -> tree.file(path, "[Service]\nExecStart=/bin/true\n");
    }
  }

  private String script() {
    var text = new StringBuilder(rarely(5) ? "" : "#!/bin/sh\n");
    if (!rarely(3)) {
      text.append("### BEGIN INIT INFO\n");
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(rarely(5) ? pick(LINES) : pick(COMMENTS) + words()).append('\n');
      }
      text.append(rarely(8) ? "" : "### END INIT INFO\n");
    }
    for (int n = random.nextInt(6); n >= 0; n--) {
      text.append(rarely(5) ? pick(COMMENTS) + words() : pick(LINES)).append('\n');
    }
    return text.toString();
  }

  private String words() {
    var some = new ArrayList<String>();
    for (int n = random.nextInt(4); n > 0; n--) {
      some.add(pick(WORDS));
    }
    return " " + String.join(rarely(4) ? "\t" : " ", some);
  }
}
