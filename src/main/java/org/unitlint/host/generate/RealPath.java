package org.unitlint.host.generate;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/** Where a mount point really lies. */
final class RealPath {
  private static final int MAX_LINKS = 31;

  private final FileTree tree;
  private final ArrayDeque<String> todo = new ArrayDeque<>();
  private String at = "/";
  private Node node = Node.FOLDER;
  private int links;

  private RealPath(FileTree tree) {
    this.tree = tree;
  }

  /**
   * Step "chase_symlinks": the path free of links, a relative one being taken from the root; its
   * end need not be there. Empty where it loops, passes through a file, or climbs from what is not
   * there.
   */
  static Optional<String> of(FileTree tree, String path) {
    if (!RawPaths.isPossible(path)) {
      return Optional.empty();
    }
    var real = new RealPath(tree);
    real.push(Bytes.text(path));
    while (!real.todo.isEmpty() && !real.node.is(Node.Kind.MISSING)) {
      if (!real.step()) {
        return Optional.empty();
      }
    }
    if (real.todo.contains("..")) {
      return Optional.empty();
    }
    String rest = String.join("/", real.todo);
    return Optional.of(Bytes.of(rest.isEmpty() ? real.at : Paths.join(real.at, rest)));
  }

  private void push(String path) {
    var parts = List.of(path.split("/"));
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (!parts.get(i).isEmpty() && !parts.get(i).equals(".")) {
        todo.push(parts.get(i));
      }
    }
  }

  private boolean step() {
    if (!node.is(Node.Kind.FOLDER)) {
      return false;
    }
    String part = todo.pop();
    if (part.equals("..")) {
      at = Paths.parent(at);
      return true;
    }
    String next = Paths.join(at, part);
    Node found = tree.node(next);
    if (!found.is(Node.Kind.LINK)) {
      at = next;
      node = found;
      return true;
    }
    if (found.target().startsWith("/")) {
      at = "/";
    }
    push(found.target());
    return ++links <= MAX_LINKS && !found.target().isEmpty();
  }
}
