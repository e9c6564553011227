package org.unitlint.host;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/**
 * A tree and what its lists name beside it: {@code executables.txt} has a program a line, or {@code
 * LINK -> TARGET}; {@code paths.txt} has a type letter and a path a line.
 */
final class ListedTree implements FileTree {
  private static final int MAX_LIST_BYTES = 64 << 20;
  private static final Node PROGRAM = Node.file(1, true);
  private static final Node PLAIN_FILE = Node.file(1, false);
  private static final Node SOMETHING = new Node(Node.Kind.SPECIAL, 0, false, "");

  private final FileTree tree;
  private final Map<String, Node> listed = new HashMap<>();
  private final Set<String> programFolders = new HashSet<>();

  private ListedTree(FileTree tree) {
    this.tree = tree;
  }

  static ListedTree over(FileTree tree) {
    var listed = new ListedTree(tree);
    listed.lines("/paths.txt").forEach(listed::path);
    listed.lines("/executables.txt").forEach(listed::program);
    return listed;
  }

  private List<String> lines(String path) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return List.of();
    }
    try {
      return Utf8.decode(tree.read(resolved.path(), MAX_LIST_BYTES)).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void program(String line) {
    int arrow = line.indexOf(" -> ");
    if (arrow > 0) {
      listed.put(line.substring(0, arrow), Node.link(line.substring(arrow + 4)));
    } else if (line.startsWith("/")) {
      listed.put(line.strip(), PROGRAM);
      programFolders.add(region(line.strip()));
    }
  }

  /**
   * Whether the lists tell all programs there. A list of programs need not look for them among
   * configuration and data, unless it names one there; a list of paths tells none.
   */
  boolean knowsPrograms(String path) {
    if (programFolders.isEmpty()) {
      return listed.get(path) != PLAIN_FILE;
    }
    boolean unlikely = Paths.isWithin(path, "/etc") || Paths.isWithin(path, "/usr/share");
    return !unlikely || programFolders.contains(region(path));
  }

  /** The names that the lists have in a folder. */
  Set<String> listedNames(String folder) {
    var names = new HashSet<String>();
    for (String path : listed.keySet()) {
      if (path.lastIndexOf('/') == folder.length() && path.startsWith(folder)) {
        names.add(path.substring(folder.length() + 1));
      }
    }
    return names;
  }

  /** The first two folders of the path. */
  private static String region(String path) {
    int second = path.indexOf('/', 1);
    int third = second < 0 ? -1 : path.indexOf('/', second + 1);
    return third < 0 ? Paths.parent(path) : path.substring(0, third);
  }

  private void path(String line) {
    if (line.length() < 4 || line.charAt(1) != ' ') {
      return;
    }
    var node =
        switch (line.charAt(0)) {
          case 'd' -> Node.FOLDER;
          case 'f' -> PLAIN_FILE;
          default -> SOMETHING;
        };
    listed.put(line.substring(2), node);
  }

  @Override
  public Node node(String path) {
    var real = tree.node(path);
    var entry = listed.get(path);
    if (real.is(Node.Kind.MISSING)) {
      return entry == null ? real : entry;
    }
    boolean runs = entry == PROGRAM && real.is(Node.Kind.FILE) && !real.executable();
    return runs ? entry : real;
  }

  @Override
  public List<String> children(String path) throws IOException {
    return tree.children(path);
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    return tree.read(path, limit);
  }
}
