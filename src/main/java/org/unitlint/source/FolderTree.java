package org.unitlint.source;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** The part of a tree below one folder, which is the root of this one. */
public final class FolderTree implements FileTree {
  private final FileTree base;
  private final String folder;
  private final UnaryOperator<String> display;

  /**
   * That part.
   *
   * @param folder a path free of links; {@code /} for all of the tree
   * @param display makes of a path in this tree what people see
   */
  public FolderTree(FileTree base, String folder, UnaryOperator<String> display) {
    this.base = base;
    this.folder = folder;
    this.display = display;
  }

  private String at(String path) {
    return path.equals("/") ? folder : folder.equals("/") ? path : folder + path;
  }

  @Override
  public Node node(String path) {
    return base.node(at(path));
  }

  @Override
  public List<String> children(String path) throws IOException {
    return base.children(at(path));
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    return base.read(at(path), limit);
  }

  @Override
  public void replace(String path, byte[] before, byte[] after) throws IOException {
    base.replace(at(path), before, after);
  }

  @Override
  public String display(String path) {
    return display.apply(path);
  }
}
