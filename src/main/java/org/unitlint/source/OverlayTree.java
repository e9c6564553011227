package org.unitlint.source;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A tree in which some paths hold what other trees have elsewhere. */
public final class OverlayTree implements FileTree {
  private final FileTree base;
  private final TreeMap<String, Origin> laid;

  /**
   * Where something laid over the tree comes from.
   *
   * @param path in that tree, to a file or link
   */
  public record Origin(FileTree tree, String path) {}

  /** The base with each origin's content at its path; folders above them are there too. */
  public OverlayTree(FileTree base, Map<String, Origin> laid) {
    this.base = base;
    this.laid = new TreeMap<>(laid);
  }

  @Override
  public Node node(String path) {
    var origin = laid.get(path);
    if (origin != null) {
      return origin.tree.node(origin.path);
    }
    var node = base.node(path);
    return node.is(Node.Kind.MISSING) && !below(path).isEmpty() ? Node.FOLDER : node;
  }

  private Map<String, Origin> below(String path) {
    return laid.subMap(path + "/", path + "0");
  }

  @Override
  public List<String> children(String path) throws IOException {
    var names = new TreeSet<String>();
    if (base.node(path).is(Node.Kind.FOLDER)) {
      names.addAll(base.children(path));
    }
    int start = path.equals("/") ? 1 : path.length() + 1;
    for (String laidPath : (path.equals("/") ? laid : below(path)).keySet()) {
      int end = laidPath.indexOf('/', start);
      names.add(laidPath.substring(start, end < 0 ? laidPath.length() : end));
    }
    return List.copyOf(names);
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    var origin = laid.get(path);
    return origin == null ? base.read(path, limit) : origin.tree.read(origin.path, limit);
  }

  @Override
  public void replace(String path, byte[] before, byte[] after) throws IOException {
    var origin = laid.get(path);
    if (origin == null) {
      base.replace(path, before, after);
    } else {
      origin.tree.replace(origin.path, before, after);
    }
  }

  @Override
  public String display(String path) {
    var origin = laid.get(path);
    return origin == null ? base.display(path) : origin.tree.display(origin.path);
  }
}
