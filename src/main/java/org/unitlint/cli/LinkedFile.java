package org.unitlint.cli;

import java.io.IOException;
import java.util.List;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.OverlayTree.Origin;
import org.unitlint.source.Paths;

/**
 * A tree in which a file behind a link has the name of the link before people.
 *
 * @param real the path of the file that the link leads to
 */
record LinkedFile(Origin link, String real) implements FileTree {
  /** The file of the origin itself, free of links, under the name that it was given. */
  static Origin of(Origin origin) {
    String real = Paths.resolve(origin.tree(), origin.path()).path();
    return real.equals(origin.path()) ? origin : new Origin(new LinkedFile(origin, real), real);
  }

  @Override
  public Node node(String path) {
    return link.tree().node(path);
  }

  @Override
  public List<String> children(String path) throws IOException {
    return link.tree().children(path);
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    return link.tree().read(path, limit);
  }

  @Override
  public void replace(String path, byte[] before, byte[] after) throws IOException {
    link.tree().replace(path, before, after);
  }

  @Override
  public String display(String path) {
    return link.tree().display(path.equals(real) ? link.path() : path);
  }
}
