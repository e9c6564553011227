package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/** The files of one commit, where its repository lies; nothing else is there. */
final class GitTree implements FileTree {
  private static final int LONGEST_LINK = 4096;

  private final GitObjects objects;
  private final MemoryTree nodes = new MemoryTree();
  private final Map<String, String> ids = new HashMap<>();

  /**
   * The files of a listing.
   *
   * @param top where the repository lies
   * @param listing what {@code git ls-tree -r -l -z} writes
   */
  GitTree(GitObjects objects, String top, byte[] listing) throws IOException {
    this.objects = objects;
    nodes.folder(top);
    int start = 0;
    for (int i = 0; i < listing.length; i++) {
      if (listing[i] == 0) {
        entry(top, Utf8.decode(Arrays.copyOfRange(listing, start, i)));
        start = i + 1;
      }
    }
  }

  /** One line: mode, type, id and size, a tab, the path. */
  private void entry(String top, String line) throws IOException {
    int tab = line.indexOf('\t');
    var words = line.substring(0, Math.max(0, tab)).split(" +");
    String path = Paths.join(top, line.substring(tab + 1));
    if (words.length != 4 || !Paths.normalize(path).equals(path)) {
      return;
    }
    switch (words[0]) {
      case "120000" -> nodes.node(path, link(words[2]));
      case "160000" -> nodes.folder(path);
      default -> {
        ids.put(path, words[2]);
        nodes.node(path, Node.file(Long.parseLong(words[3]), words[0].equals("100755")));
      }
    }
  }

  private Node link(String id) throws IOException {
    String target = Utf8.decode(objects.read(id, LONGEST_LINK));
    boolean possible = !target.isEmpty() && target.indexOf('\0') < 0;
    return possible ? Node.link(target) : Node.MISSING;
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
    String id = ids.get(path);
    if (id == null) {
      throw new NoSuchFileException(path);
    }
    return objects.read(id, limit);
  }
}
