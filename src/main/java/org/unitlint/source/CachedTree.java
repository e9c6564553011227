package org.unitlint.source;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tree that looks at each path of another once, for as long as it lives; safe for many threads.
 */
public final class CachedTree implements FileTree {
  private final FileTree tree;
  private final Map<String, Node> nodes = new ConcurrentHashMap<>();
  private final Map<String, List<String>> children = new ConcurrentHashMap<>();

  /** The same tree, as it is when it is first looked at. */
  public CachedTree(FileTree tree) {
    this.tree = tree;
  }

  @Override
  public Node node(String path) {
    var known = nodes.get(path);
    return known != null ? known : nodes.computeIfAbsent(path, tree::node);
  }

  @Override
  public List<String> children(String path) throws IOException {
    var known = children.get(path);
    if (known == null) {
      known = List.copyOf(tree.children(path));
      children.put(path, known);
    }
    return known;
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    return tree.read(path, limit);
  }

  @Override
  public String display(String path) {
    return tree.display(path);
  }
}
