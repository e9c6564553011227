package org.unitlint.boot.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.unitlint.host.Machine;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/**
 * The files of a root, and those that {@code paths.txt} and {@code executables.txt} name beside
 * them.
 */
final class RootFiles implements FileTree {
  private static final int MAX_LIST_BYTES = 64 << 20;
  private static final int MAX_TEXT_BYTES = 64 << 10;
  private static final Node PLAIN_FILE = Node.file(1, false);
  private static final Node PROGRAM = Node.file(1, true);
  private static final Node SOMETHING = new Node(Node.Kind.SPECIAL, 0, false, "");

  /** Folders that every machine has: a list without one of them leaves it out. */
  private static final List<String> EVERYWHERE =
      List.of(
          "/boot",
          "/home",
          "/root",
          "/tmp",
          "/usr/include",
          "/usr/lib/modules",
          "/usr/share",
          "/var/cache",
          "/var/log",
          "/var/tmp");

  private static final List<String> PROGRAM_FOLDERS =
      List.of(
          "/bin",
          "/sbin",
          "/usr/bin",
          "/usr/sbin",
          "/usr/libexec",
          "/usr/local/bin",
          "/usr/local/sbin",
          "/etc/init.d");

  private final FileTree tree;
  private final Map<String, Node> listed = new HashMap<>();
  private final Map<String, List<String>> inFolder = new HashMap<>();
  private final Extent extent;

  /** How much of the machine is known. */
  private enum Extent {
    /** The tree has all of it. */
    ALL,
    /** The lists do. */
    LISTED,
    /** A list has all programs. */
    PROGRAMS,
    /** There are unit files only. */
    UNITS
  }

  RootFiles(Machine machine) {
    this.tree = machine.tree();
    boolean paths = read("/paths.txt", this::path);
    boolean programs = read("/executables.txt", this::program);
    this.extent =
        !machine.setup().whole()
            ? Extent.UNITS
            : paths
                ? Extent.LISTED
                : programs ? Extent.PROGRAMS : hasPrograms() ? Extent.ALL : Extent.UNITS;
  }

  private boolean hasPrograms() {
    return !children("/usr/bin").isEmpty()
        || !children(Paths.resolve(tree, "/bin").path()).isEmpty();
  }

  private boolean read(String list, Consumer<String> line) {
    var text = text(list, MAX_LIST_BYTES);
    text.ifPresent(t -> t.lines().forEach(line));
    return text.isPresent();
  }

  private void program(String line) {
    int arrow = line.indexOf(" -> ");
    if (arrow > 0) {
      list(line.substring(0, arrow), Node.link(line.substring(arrow + 4)));
    } else {
      list(line.strip(), PROGRAM);
    }
  }

  private void path(String line) {
    if (line.length() < 4 || line.charAt(1) != ' ') {
      return;
    }
    String path = line.substring(2);
    switch (line.charAt(0)) {
      case 'd' -> list(path, Node.FOLDER);
      case 'f' -> list(path, PLAIN_FILE);
      default -> list(path, SOMETHING);
    }
  }

  private void list(String path, Node node) {
    if (path.startsWith("/") && path.length() > 1) {
      if (listed.put(path, node) != null) {
        return;
      }
      inFolder.computeIfAbsent(Paths.parent(path), f -> new ArrayList<>()).add(Paths.name(path));
    }
  }

  /** Whether a path that is not there is known not to be. */
  boolean covers(String path) {
    return switch (extent) {
      case ALL -> true;
      case LISTED ->
          EVERYWHERE.stream().noneMatch(f -> Paths.isWithin(path, f) && !listed.containsKey(f));
      case PROGRAMS -> PROGRAM_FOLDERS.stream().anyMatch(f -> Paths.isWithin(path, f));
      case UNITS -> false;
    };
  }

  /** The text of the file at the path, links followed; empty where there is none in the tree. */
  Optional<String> text(String path) {
    return text(path, MAX_TEXT_BYTES);
  }

  private Optional<String> text(String path, int limit) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Utf8.decode(tree.read(resolved.path(), limit)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Node node(String path) {
    var real = tree.node(path);
    var entry = listed.get(path);
    if (entry == null || real.is(Node.Kind.FOLDER) || real.is(Node.Kind.LINK)) {
      return real;
    }
    return real.is(Node.Kind.MISSING) || entry == PROGRAM && !real.executable() ? entry : real;
  }

  @Override
  public List<String> children(String path) {
    var names = new TreeSet<>(inFolder.getOrDefault(path, List.of()));
    try {
      if (tree.node(path).is(Node.Kind.FOLDER)) {
        names.addAll(tree.children(path));
      }
    } catch (IOException e) {
      return List.copyOf(names);
    }
    return List.copyOf(names);
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    return tree.read(path, limit);
  }
}
