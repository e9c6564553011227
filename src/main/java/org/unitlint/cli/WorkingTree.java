package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/**
 * The files of a repository as they lie on the disk, without those that git ignores and those of
 * other repositories inside; as in a commit, nothing else is there.
 */
final class WorkingTree implements FileTree {
  private final FileTree disk = new DiskTree(Path.of("/"), p -> p);
  private final MemoryTree nodes = new MemoryTree();

  /**
   * The files of a listing.
   *
   * @param top where the repository lies
   * @param listing what {@code git ls-files -z} writes
   */
  WorkingTree(String top, byte[] listing) {
    nodes.folder(top);
    int start = 0;
    for (int i = 0; i < listing.length; i++) {
      if (listing[i] == 0) {
        entry(Paths.join(top, Utf8.decode(Arrays.copyOfRange(listing, start, i))));
        start = i + 1;
      }
    }
  }

  private void entry(String path) {
    // Another repository inside is listed as a folder.
    var node = disk.node(path);
    boolean file = node.is(Node.Kind.FILE) || node.is(Node.Kind.LINK);
    if (file && Paths.normalize(path).equals(path)) {
      nodes.node(path, node);
    }
  }

  @Override
  public Node node(String path) {
    return nodes.node(path);
  }

  @Override
  public List<String> children(String path) throws IOException {
    return nodes.children(path);
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    return disk.read(path, limit);
  }
}
