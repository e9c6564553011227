package org.unitlint.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/**
 * The users and groups of one machine: those of its files, and those that systemd makes at boot.
 * See nsswitch.conf(5), sysusers.d(5).
 */
public final class Accounts {
  private static final int MAX_BYTES = 4 << 20;
  private static final List<String> PASSWD =
      List.of("/etc/passwd", "/usr/lib/passwd", "/lib/passwd", "/var/lib/extrausers/passwd");
  private static final List<String> GROUP =
      List.of("/etc/group", "/usr/lib/group", "/lib/group", "/var/lib/extrausers/group");
  private static final List<String> SYSUSERS =
      List.of(
          "/etc/sysusers.d",
          "/run/sysusers.d",
          "/usr/local/lib/sysusers.d",
          "/usr/lib/sysusers.d",
          "/lib/sysusers.d");
  private static final List<String> RECORDS =
      List.of("/etc/userdb", "/run/userdb", "/run/host/userdb", "/usr/lib/userdb");

  /** Where accounts may come from that are all among the files. */
  private static final Set<String> FILES =
      Set.of("files", "compat", "systemd", "altfiles", "extrausers");

  /** A line of nsswitch.conf about accounts, and what may stand between its sources. */
  private static final Pattern DATABASE = Pattern.compile("\\s*(?:passwd|group)\\s*:(.*)");

  private static final Pattern ACTION = Pattern.compile("\\[[^\\]]*\\]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final FileTree tree;
  private final boolean users;
  private final boolean groups;
  private final Set<String> userNames = new HashSet<>();
  private final Set<String> groupNames = new HashSet<>();

  private Accounts(FileTree tree) {
    this.tree = tree;
    PASSWD.forEach(path -> lines(path).forEach(line -> first(line, userNames)));
    GROUP.forEach(path -> lines(path).forEach(line -> first(line, groupNames)));
    boolean elsewhere =
        lines("/etc/nsswitch.conf").stream().anyMatch(Accounts::isElsewhere)
            || !children("/var/lib/systemd/home").isEmpty();
    users = !elsewhere && userNames.contains("root");
    groups = !elsewhere && groupNames.contains("root");
    sysusers();
    RECORDS.forEach(this::records);
  }

  /** The accounts of the machine whose files the tree holds. */
  public static Accounts of(FileTree tree) {
    return new Accounts(tree);
  }

  /** Whether a user of that name or number may be there; true where not all users are known. */
  public boolean mayHaveUser(String name) {
    return !users || isNumber(name) || userNames.contains(name);
  }

  /** Whether a group of that name or number may be there; true where not all are known. */
  public boolean mayHaveGroup(String name) {
    return !groups || isNumber(name) || groupNames.contains(name);
  }

  /** The users that are known, sorted. */
  public SortedSet<String> users() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(userNames));
  }

  /** The groups that are known, sorted. */
  public SortedSet<String> groups() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(groupNames));
  }

  private static boolean isNumber(String name) {
    return NUMBER.matcher(name).matches();
  }

  private static boolean isElsewhere(String line) {
    var database = DATABASE.matcher(line.split("#", 2)[0]);
    if (!database.matches()) {
      return false;
    }
    String sources = ACTION.matcher(database.group(1)).replaceAll(" ");
    for (String source : sources.strip().split("\\s+")) {
      if (!source.isEmpty() && !FILES.contains(source)) {
        return true;
      }
    }
    return false;
  }

  private static void first(String line, Set<String> names) {
    int colon = line.indexOf(':');
    if (colon > 0 && !line.startsWith("#") && "+-".indexOf(line.charAt(0)) < 0) {
      names.add(line.substring(0, colon));
    }
  }

  /** What systemd-sysusers would make; a file hides those of its name in folders behind. */
  private void sysusers() {
    var files = new TreeMap<String, String>();
    for (String folder : SYSUSERS) {
      for (String name : children(folder)) {
        if (name.endsWith(".conf")) {
          files.putIfAbsent(name, Paths.join(folder, name));
        }
      }
    }
    files.values().forEach(path -> lines(path).forEach(this::sysuser));
  }

  private void sysuser(String line) {
    var words = line.strip().split("\\s+");
    if (words.length < 2 || words[0].isEmpty()) {
      return;
    }
    switch (words[0].charAt(0)) {
      case 'u' -> {
        userNames.add(words[1]);
        groupNames.add(words[1]);
      }
      case 'g' -> groupNames.add(words[1]);
      case 'm' -> {
        userNames.add(words[1]);
        if (words.length > 2) {
          groupNames.add(words[2]);
        }
      }
      default -> {}
    }
  }

  /** The JSON records of systemd-userdbd, each in a file of its name. */
  private void records(String folder) {
    for (String name : children(folder)) {
      int dot = name.lastIndexOf('.');
      if (name.endsWith(".user")) {
        userNames.add(name.substring(0, dot));
        groupNames.add(name.substring(0, dot));
      } else if (name.endsWith(".group")) {
        groupNames.add(name.substring(0, dot));
      }
    }
  }

  private List<String> children(String folder) {
    var resolved = Paths.resolve(tree, folder);
    if (!resolved.node().is(Node.Kind.FOLDER)) {
      return List.of();
    }
    try {
      return tree.children(resolved.path());
    } catch (IOException e) {
      return List.of();
    }
  }

  private List<String> lines(String path) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return List.of();
    }
    try {
      var lines = new ArrayList<String>();
      Utf8.decode(tree.read(resolved.path(), MAX_BYTES)).lines().forEach(lines::add);
      return lines;
    } catch (IOException e) {
      return List.of();
    }
  }
}
