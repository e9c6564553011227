package org.unitlint.host.generate;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unitlint.host.Cause;
import org.unitlint.host.Causes;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.OverlayTree;
import org.unitlint.source.Paths;

/** A machine's files with what its generators would write. */
public final class Generated implements Causes {
  private final FileTree tree;
  private final Map<String, Output.Entry> entries;
  private final Map<String, Cause> causes;

  private Generated(FileTree tree, Map<String, Output.Entry> entries, Map<String, Cause> causes) {
    this.tree = tree;
    this.entries = entries;
    this.causes = causes;
  }

  /** Nothing but the tree. */
  static Generated nothing(FileTree tree) {
    return new Generated(tree, Map.of(), Map.of());
  }

  /** The tree and what was written for it. */
  static Generated of(Root root, Output output) {
    var tree = root.tree();
    var written = new MemoryTree();
    var shown = new Shown(written, tree);
    var laid = new LinkedHashMap<String, OverlayTree.Origin>();
    var folders = new LinkedHashMap<String, String>();
    for (String folder : Output.FOLDERS) {
      folders.put(folder, Paths.resolve(tree, folder).path());
    }
    var entries = new TreeMap<String, Output.Entry>();
    output.entries().forEach((path, entry) -> entries.put(Bytes.text(path), entry));
    entries.forEach(
        (path, entry) -> {
          String folder = Output.folderOf(path);
          put(written, path, entry);
          String real = folders.get(folder) + path.substring(folder.length());
          laid.put(real, new OverlayTree.Origin(shown, path));
        });
    return new Generated(new OverlayTree(tree, laid), entries, causes(root, entries));
  }

  private static Map<String, Cause> causes(Root root, Map<String, Output.Entry> entries) {
    var causes = new HashMap<String, Cause>();
    entries.forEach(
        (path, entry) ->
            entry
                .cause()
                .ifPresent(place -> causes.put(path, new Cause(root.path(place.source()), place))));
    return causes;
  }

  private static void put(MemoryTree written, String path, Output.Entry entry) {
    if (entry.text().isPresent()) {
      written.file(path, Bytes.array(entry.text().get().toString()), false);
    } else {
      written.link(path, Bytes.text(entry.target()));
    }
  }

  /** The machine's files, those of its generators laid over them. */
  public FileTree tree() {
    return tree;
  }

  /**
   * What made a generator write the file or link at the path: a line of {@code /etc/fstab} or the
   * like, or the empty start of a script or link. Empty for what is always written, and for paths
   * at which nothing was.
   */
  @Override
  public Optional<Cause> of(String path) {
    return Optional.ofNullable(causes.get(path));
  }

  @Override
  public boolean isMade(String path) {
    return entries.containsKey(path);
  }

  /** Whether nothing was written. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The paths of all that was written, in order. */
  public Collection<String> paths() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** What was written, under the names by which the machine's files are known. */
  private record Shown(FileTree written, FileTree base) implements FileTree {
    @Override
    public Node node(String path) {
      return written.node(path);
    }

    @Override
    public List<String> children(String path) throws IOException {
      return written.children(path);
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
      return written.read(path, limit);
    }

    @Override
    public String display(String path) {
      return base.display(path);
    }
  }
}
