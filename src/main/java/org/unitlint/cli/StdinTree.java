package org.unitlint.cli;

import java.io.IOException;
import java.util.List;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;

/**
 * The file on standard input, under the name that the user gave it.
 *
 * @param host where it would lie on this machine
 */
record StdinTree(FileTree tree, String shown, String host) implements FileTree {
  @Override
  public Node node(String path) {
    return tree.node(path);
  }

  @Override
  public List<String> children(String path) throws IOException {
    return tree.children(path);
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    return tree.read(path, limit);
  }

  @Override
  public void replace(String path, byte[] before, byte[] after) throws IOException {
    tree.replace(path, before, after);
  }

  @Override
  public String display(String path) {
    return shown;
  }
}
