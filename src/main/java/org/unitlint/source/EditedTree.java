package org.unitlint.source;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree as it would be with other bytes in some of its files. */
public final class EditedTree implements FileTree {
  private final FileTree base;
  private final TreeMap<String, byte[]> contents;

  /**
   * The base with those contents.
   *
   * @param contents by the path of a regular file of the base
   */
  public EditedTree(FileTree base, Map<String, byte[]> contents) {
    this.base = base;
    this.contents = new TreeMap<>(contents);
  }

  @Override
  public Node node(String path) {
    byte[] bytes = contents.get(path);
    var node = base.node(path);
    return bytes == null ? node : Node.file(bytes.length, node.executable());
  }

  @Override
  public List<String> children(String path) throws IOException {
    return base.children(path);
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    byte[] bytes = contents.get(path);
    return bytes == null
        ? base.read(path, limit)
        : Arrays.copyOf(bytes, Math.min(limit, bytes.length));
  }

  @Override
  public String display(String path) {
    return base.display(path);
  }
}
